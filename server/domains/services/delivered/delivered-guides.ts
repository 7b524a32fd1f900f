import type { GuideChange } from '../../../../contract/services.ts'
import { contentHash } from '../../../platform/content-hash.ts'
import { contentKeys } from '../guide-content.ts'
import { starterGuides } from '../starter/guides.ts'
import type { GuideCategory, StarterGuide } from '../starter/starter-guide.ts'

/** What a guide says, as a change could put it there. */
export type GuideSays = Omit<GuideChange, 'version' | 'ownerId' | 'hidden'> & {
  name: string
  expiresOn: string
}

/** A guide as this installation delivers it, with the hash of what it says. */
export type DeliveredGuide = {
  code: string
  slug: string
  category: GuideCategory
  position: number
  says: GuideSays
  hash: string
}

let made: DeliveredGuide[] | undefined

/** All delivered guides, in the order a resident looks for them. */
export function deliveredGuides(): DeliveredGuide[] {
  made ??= starterGuides.map((guide, position) => {
    const says = saysOf(guide)
    const { code, slug, category } = guide
    return { code, slug, category, position, says, hash: contentHash(says) }
  })
  return made
}

function saysOf(guide: StarterGuide): GuideSays {
  const { name, summary, bookable, minutes, workingDays, expiresOn } = guide
  return {
    ...{ name, summary, bookable, minutes, workingDays, expiresOn },
    materials: guide.materials.map(({ when, note, rule, ...material }) => ({
      ...material,
      neededWhen: when ?? null,
      note: note ?? null,
      when: rule ?? [],
    })),
    ...Object.fromEntries(contentKeys.map((key) => [key, guide[key]])),
  }
}
