import { hasInitials, soundsLike } from '../../platform/search/match-texts.ts'
import { parseQuery, type Query } from '../../platform/search/parse-query.ts'
import type { Typed } from '../../platform/search/read-typed.ts'

/** So many words are looked for in place of what was typed. */
const most = 4
const longest = 8

/**
 * Words of the station's scripts and guides that may have been meant: by their initials (fh for 分户), or by their sound
 * (分护 for 分户). The shortest first. What was typed itself is not among them.
 */
export function meantWords(
  words: readonly string[],
  { query, typed }: { query: Query; typed: Typed | null },
  by: 'initials' | 'sound',
): Query[] {
  if (!typed) return []
  const letters = query.text
  const fits =
    by === 'initials'
      ? (word: string) => /^[a-z]{2,4}$/.test(letters) && hasInitials(word, letters)
      : (word: string) => soundsLike(word, typed)
  const found = [...new Set(words)].filter(
    (word) => word.length > 1 && word.length <= longest && word !== letters && fits(word),
  )
  return found
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .slice(0, most)
    .map(parseQuery)
}
