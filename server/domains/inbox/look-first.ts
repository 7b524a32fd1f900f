import type { FirstLook } from '../../../contract/resident-inbox.ts'
import type { Office } from '../../../contract/vocabulary.ts'
import { readMessage } from './triage/read-message.ts'

/** They are called for help, not about a matter: a drill is no reason to ring 119. */
const onlyInNeed: (Office | null)[] = ['fire', 'ambulance']

/**
 * What somebody types who looks for a guide may be a call for help, or a matter of which no guide of a station tells: she is
 * shown whom to call, as if she had asked. Read without the station's corrections, so that it needs no database.
 */
export function lookFirst(text: string): FirstLook {
  const { emergency, office } = readMessage({ text, villages: [] })
  return { emergency, office: emergency || onlyInNeed.includes(office) ? null : office }
}
