import { contentHash } from '../../platform/content-hash.ts'
import { type DeliveredScript, deliveredScripts } from '../scripts/delivered/delivered-scripts.ts'
import { type DeliveredGuide, deliveredGuides } from '../services/delivered/delivered-guides.ts'

/** Everything one installation delivers. */
export type Edition = {
  number: number
  hash: string
  scripts: DeliveredScript[]
  guides: DeliveredGuide[]
}

/**
 * Raised with every change of a delivered script or guide, and the hash put here that edition.test.ts names then. Without
 * the number an older process could not know that it is the older one.
 */
export const editionNumber = 1
export const editionHash = '392923ebad55222d384e4dd5b1caaed54b9b03afb8d25ce319e76f396bb3f91f'

export const hashOf = (scripts: DeliveredScript[], guides: DeliveredGuide[]): string =>
  contentHash([...scripts, ...guides].map(({ code, hash }) => [code, hash]))

let current: Edition | undefined

/** What this program delivers. Made once a process, in some ten milliseconds. */
export function currentEdition(): Edition {
  if (current) return current
  const [scripts, guides] = [deliveredScripts(), deliveredGuides()]
  current = { number: editionNumber, hash: hashOf(scripts, guides), scripts, guides }
  return current
}
