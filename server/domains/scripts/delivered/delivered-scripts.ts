import type { Library } from '../../../../contract/vocabulary.ts'
import { contentHash } from '../../../platform/content-hash.ts'
import { type Draft, tidyDraft } from '../check-draft.ts'
import { starterScripts } from '../starter/scripts.ts'

/** A script as this installation delivers it, with the hash of its words. */
export type DeliveredScript = {
  code: string
  library: Library
  auxiliaryMay: boolean
  says: Draft
  hash: string
}

let made: DeliveredScript[] | undefined

/** All delivered scripts, in the order of their libraries. */
export function deliveredScripts(): DeliveredScript[] {
  made ??= starterScripts.map((script) => {
    const says = tidyDraft(script)
    return {
      code: script.code,
      library: script.scenario,
      auxiliaryMay: script.auxiliaryMay,
      says,
      hash: contentHash(says),
    }
  })
  return made
}
