import type { FirstLook } from '../../../contract/resident-inbox.ts'
import type { Office } from '../../../contract/vocabulary.ts'
import { readMessage } from './triage/read-message.ts'

/** Letters are pinyin of a guide's name here, which the reading of messages takes for more than it is. */
const readable = /\p{Script=Han}/u
/** They are called for help, not about a matter: a drill is no reason to ring 119. */
const onlyInNeed: (Office | null)[] = ['fire', 'ambulance']
/** Nobody is sent elsewhere by a guess: what fits no subject looks a little like each office. */
const sureEnough = 0.5

/**
 * What somebody types who looks for a guide may be a call for help, or a matter of which no guide of a station tells: she is
 * shown whom to call, as if she had asked. Read without the station's corrections, so that it needs no database.
 */
export function lookFirst(text: string): FirstLook {
  if (!readable.test(text)) return { emergency: false, office: null }
  const { emergency, office, confidence } = readMessage({ text, villages: [] })
  const elsewhere = !emergency && confidence >= sureEnough && !onlyInNeed.includes(office)
  return { emergency, office: elsewhere ? office : null }
}
