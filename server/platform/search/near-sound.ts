/**
 * Syllables that are one to southern ears become the same: zh, ch, sh as z, c, s; n as l; f as h; a final ng as n. The
 * pairs are those that Chinese input methods offer as 模糊音; Hunan's speech mixes all of them.
 */
export function nearSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^f/, 'h')
    .replace(/^hu(?=[aeo])/, 'h')
    .replace(/ng$/, 'n')
}

/** Whether one text becomes the other by one letter more, less or other, or by two neighbours changing places. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const restOf = (text: string, skip: number) => text.slice(from + skip)
  if (short.length < long.length) return restOf(short, 0) === restOf(long, 1)
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from]
  return restOf(short, 1) === restOf(long, 1) || (swapped && restOf(short, 2) === restOf(long, 2))
}

/** A text and what is left of it without one of its letters: two texts one edit apart have one of these in common. */
export function withoutOne(text: string): string[] {
  const shorter = Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))
  return [...new Set([text, ...shorter])]
}
