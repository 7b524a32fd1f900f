import { putDangers } from './triage/put-dangers.ts'
import { readDanger } from './triage/read-danger.ts'
import { readLetters } from './triage/read-letters.ts'

/**
 * The danger that a talk's words name, as residents put such a thing: for finding scripts. Empty where nobody takes the
 * talk for an emergency (any more).
 */
export function understoodIn({ emergency }: { emergency: boolean }, text: string): string {
  if (!emergency) return ''
  const { dangers } = readDanger(readLetters(text))
  // The bell rang for an earlier word, or for the whole sentence.
  return putDangers(dangers.length > 0 ? dangers : ['unsure'])
}
