import { foldWords } from './fold-query.ts'
import { letterKeys } from './keys.ts'
import { nearSound, withinOneEdit } from './near-sound.ts'
import type { Query } from './parse-query.ts'
import { syllablesOf } from './pinyin.ts'
import type { Typed } from './read-typed.ts'
import { findSound } from './sounds.ts'

/** A short list that is read through for each search: its titles and words by pinyin too, its text by what stands there. */
export type Searchable = { title: string; words: readonly string[]; text: string }

type Prepared = { folded: string; keys: string[]; heard: string[] }
const most = 8000
const prepared = new Map<string, Prepared>()

/** What is worked out of a text, once: lists are read again for every search, and hardly ever change. */
function prepare(text: string): Prepared {
  const known = prepared.get(text)
  if (known) return known
  // Its letters are of use where it is short; a whole text is read for words only.
  const short = text.length <= 40
  const syllables = short ? syllablesOf(text) : []
  const made = {
    folded: foldWords(text),
    keys: short ? letterKeys(text, { name: false }) : [],
    heard: [syllables.join(''), syllables.map(nearSound).join('')].filter(Boolean),
  }
  if (prepared.size >= most) prepared.clear()
  prepared.set(text, made)
  return made
}

/** How well a thing meets every piece of the query: 0 is the best, null not at all. */
export function rankOf({ title, words: names, text }: Searchable, query: Query): number | null {
  let worst = 0
  for (const readings of query.pieces) {
    const ranks = readings.flatMap((reading) => {
      const words = 'key' in reading ? reading.said : reading.words
      const asked = words ?? (reading as { key: string }).key
      if (words === undefined && /^[#+@]/.test(asked)) return []
      const meets = (one: string) => {
        const { folded, keys } = prepare(one)
        return words === undefined ? keys.some((key) => key.startsWith(asked)) : folded.includes(asked)
      }
      if (meets(title)) return words !== undefined && prepare(title).folded.startsWith(asked) ? [0] : [1]
      if (names.some(meets)) return [2]
      return prepare(text).folded.includes(asked) ? [3] : []
    })
    if (ranks.length === 0) return null
    worst = Math.max(worst, Math.min(...ranks))
  }
  return worst
}

/** Whether a title or word sounds like what was typed, or is one letter away from it. */
export function soundsLike(text: string, { cuts, letters }: Typed): boolean {
  if (cuts.some((cut) => cut.syllables.length > 1 && findSound(text, cut, false))) return true
  return prepare(text).heard.some((heard) => letters.some((each) => withinOneEdit(heard, each)))
}

/** Whether a word begins its syllables with these letters. */
export function hasInitials(word: string, letters: string): boolean {
  return prepare(word).keys[0] === letters
}
