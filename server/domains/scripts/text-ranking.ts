import { foldText } from '../../platform/search/grams.ts'

export type Field = { text: string; weight: number }

export type Ranked = {
  /** Position of the document in the list the ranking was made of. */
  position: number
  score: number
  /** The stretches of the query that were found in it and that set it apart, longest first, at most three. */
  words: () => string[]
}

export type TextRanking = (query: string, limit: number) => Ranked[]

/** Okapi BM25 with the usual constants; single characters count half as much as pairs (measured, see the test). */
const k1 = 1.2
const b = 0.75
const singleWeight = 0.5
/** A pair that more than this share of the documents has is no reason to show. */
const commonShare = 0.25
/** Characters that carry grammar rather than a subject; a shown word neither begins nor ends with one. */
const grammar = '的了是我你他她它们在就也都和跟把个么吗呢吧啊这那哪什怎'
const edges = new RegExp(`^[${grammar}]+(?=..)|(?<=..)[${grammar}]+$`, 'gu')

type Token = { gram: string; from: number; to: number }

/** Runs of Chinese characters as single characters and pairs; a word or number in Latin letters as a whole. */
function tokensOf(folded: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: run, index } of folded.matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) {
    if (/^[a-z0-9]/.test(run)) {
      tokens.push({ gram: run, from: index, to: index + run.length })
      continue
    }
    for (let i = 0; i < run.length; i++) {
      tokens.push({ gram: run.slice(i, i + 1), from: index + i, to: index + i + 1 })
      if (i + 2 <= run.length) {
        tokens.push({ gram: run.slice(i, i + 2), from: index + i, to: index + i + 2 })
      }
    }
  }
  return tokens
}

/**
 * Ranks a few hundred to a few thousand short Chinese texts against what somebody wrote, without a dictionary.
 * A document is a list of fields; a heavier field counts as if its words stood there so many times.
 */
export function createTextRanking(documents: Field[][]): TextRanking {
  const postings = new Map<string, { position: number; count: number }[]>()
  const lengths = new Float64Array(documents.length)
  documents.forEach((fields, position) => {
    const counts = new Map<string, number>()
    for (const { text, weight } of fields) {
      for (const { gram } of tokensOf(foldText(text))) {
        counts.set(gram, (counts.get(gram) ?? 0) + weight)
        lengths[position]! += weight
      }
    }
    for (const [gram, count] of counts) {
      const list = postings.get(gram)
      if (list) list.push({ position, count })
      else postings.set(gram, [{ position, count }])
    }
  })
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / (documents.length || 1) || 1
  const damping = lengths.map((length) => k1 * (1 - b + (b * length) / meanLength))

  return (query, limit) => {
    const folded = foldText(query)
    const tokens = tokensOf(folded)
    const asked = new Map<string, number>()
    for (const { gram } of tokens) asked.set(gram, (asked.get(gram) ?? 0) + 1)
    const scores = new Float64Array(documents.length)
    for (const [gram, times] of asked) {
      const list = postings.get(gram)
      if (!list) continue
      const rarity = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5))
      const weight = rarity * times * (gram.length === 1 ? singleWeight : 1) * (k1 + 1)
      for (const { position, count } of list) {
        scores[position]! += (weight * count) / (count + damping[position]!)
      }
    }
    const found = [...scores.keys()].filter((position) => scores[position]! > 0)
    found.sort((x, y) => scores[y]! - scores[x]! || x - y)
    return found.slice(0, limit).map((position) => ({
      position,
      score: scores[position]!,
      words: () => wordsIn(position, folded, tokens),
    }))
  }

  function wordsIn(position: number, folded: string, tokens: Token[]): string[] {
    const words = new Set<string>()
    let from = -1
    let to = -1
    for (const token of tokens) {
      if (token.gram.length === 1) continue
      const list = postings.get(token.gram)
      if (!list || list.length > Math.max(2, documents.length * commonShare)) continue
      if (!list.some((posting) => posting.position === position)) continue
      if (token.from >= to) {
        if (to > 0) words.add(folded.slice(from, to).replace(edges, ''))
        from = token.from
      }
      to = token.to
    }
    if (to > 0) words.add(folded.slice(from, to).replace(edges, ''))
    return [...words].sort((x, y) => y.length - x.length).slice(0, 3)
  }
}
