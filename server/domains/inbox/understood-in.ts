import type { Question } from '../scripts/suggest-scripts.ts'
import type { LastSaid } from './last-said.ts'
import { putDangers } from './triage/put-dangers.ts'
import { readDanger } from './triage/read-danger.ts'
import { readLetters } from './triage/read-letters.ts'

/**
 * The danger that a talk's words name, as residents put such a thing: for finding scripts. Empty where nobody takes the
 * talk for an emergency (any more). What she wrote comes before what a machine heard.
 */
export function understoodIn(
  { emergency }: { emergency: boolean },
  { text, heard }: LastSaid,
): Pick<Question, 'understood' | 'understoodHeard'> {
  if (!emergency) return {}
  const written = dangersIn(text)
  const spoken = written.length === 0 ? dangersIn(heard) : []
  if (spoken.length > 0) return { understood: putDangers(spoken), understoodHeard: true }
  // The bell rang for an earlier word, or for the whole sentence.
  return { understood: putDangers(written.length > 0 ? written : ['unsure']) }
}

const dangersIn = (text: string) => readDanger(readLetters(text)).dangers
