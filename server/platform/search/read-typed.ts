import { nearNames } from './make-entry.ts'
import { nearSound } from './near-sound.ts'
import type { Query } from './parse-query.ts'
import { syllablesOf } from './pinyin.ts'
import { type Cut, cutSyllables } from './syllables.ts'

/** How what was typed sounds: cut into syllables, and as one run of letters in which one may be wrong. */
export type Typed = { cuts: Cut[]; letters: string[] }

const isLetters = /^[a-z' ]+$/
const isChinese = /^[\p{Script=Han}]+$/u
/** With fewer letters than these, one wrong one makes it anything. */
const fewestLetters = 4

/** The sound of a query that is a single word, in letters or in characters; null where it has none. */
export function readTyped({ text, pieces }: Query): Typed | null {
  if (isLetters.test(text)) {
    const cuts = cutSyllables(text)
    const heard = cuts
      .filter(({ rest }) => rest === '')
      .map(({ syllables }) => syllables.map(nearSound).join(''))
    const letters = [...new Set([...heard, text.replace(/[' ]/g, '')])]
    return { cuts, letters: letters.filter((each) => each.length >= fewestLetters) }
  }
  if (pieces.length !== 1 || !isChinese.test(text) || text.length < 2) return null
  const cuts = [{ syllables: syllablesOf(text), rest: '' }]
  return { cuts, letters: nearNames(text).filter((each) => each.length >= fewestLetters) }
}
