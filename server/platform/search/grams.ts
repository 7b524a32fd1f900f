/** One spelling for comparing: width and case folded (NFKC), runs of space as one. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** FNV-1a over UTF-16 units, as a signed 32-bit integer. A collision costs a look at the text, never a wrong hit. */
function hashGram(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193)
  }
  return hash | 0
}

/** The same for a whole text: keys and sounds are kept as numbers too. */
export function hashText(text: string): number {
  return hashGram(text, 0, text.length)
}

/** The one- and two-character grams of a text, as hashes, without repeats: what the search index holds. */
export function gramsOf(text: string): number[] {
  const folded = foldText(text)
  const grams = new Set<number>()
  for (let i = 0; i < folded.length; i++) {
    grams.add(hashGram(folded, i, i + 1))
    if (i + 2 <= folded.length) grams.add(hashGram(folded, i, i + 2))
  }
  return [...grams]
}

/** The grams a text must have to contain the query: its pairs, or the one character. */
export function gramsOfQuery(query: string): number[] {
  const folded = foldText(query)
  if (folded.length < 2) return folded ? [hashGram(folded, 0, 1)] : []
  const grams = new Set<number>()
  for (let i = 0; i + 2 <= folded.length; i++) grams.add(hashGram(folded, i, i + 2))
  return [...grams]
}

/** For LIKE: the query as a pattern that matches it anywhere, its own wildcards taken literally. */
export function likePattern(query: string): string {
  return `%${query.replace(/[\\%_]/g, '\\$&')}%`
}

/** `like` for words without letters that have a case, as Chinese ones: the same rows in a tenth of the time. */
export function likeOperator(query: string): 'like' | 'ilike' {
  return query.toLowerCase() === query.toUpperCase() ? 'like' : 'ilike'
}
