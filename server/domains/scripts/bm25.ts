type Posting = { position: number; count: number }
export type Bm25<Gram> = {
  /**
   * Adds to each document's score what these grams say for it, times `weight`; given with how often each was said, of
   * which the square root counts: who tells a long story comes back to what it is about.
   */
  score: (grams: Map<Gram, number>, scores: Float64Array, weight: number) => void
  /** How many documents have it. */
  spread: (gram: Gram) => number
  has: (gram: Gram, position: number) => boolean
}

/** Okapi BM25 (Robertson 1994) with the usual saturation; a little stricter with long documents than usual (measured). */
const k1 = 1.2
const b = 0.9

/** An index of documents given as how often each has what; counts may be fractions. */
export function createBm25<Gram>(documents: Map<Gram, number>[]): Bm25<Gram> {
  const postings = new Map<Gram, Posting[]>()
  const lengths = new Float64Array(documents.length)
  documents.forEach((counts, position) => {
    for (const [gram, count] of counts) {
      lengths[position]! += count
      const list = postings.get(gram)
      if (list) list.push({ position, count })
      else postings.set(gram, [{ position, count }])
    }
  })
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / (documents.length || 1) || 1
  const damping = lengths.map((length) => k1 * (1 - b + (b * length) / meanLength))
  const rarity = (list: Posting[]) =>
    Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5))
  return {
    score: (grams, scores, weight) => {
      for (const [gram, said] of grams) {
        const list = postings.get(gram)
        if (!list) continue
        const factor = weight * Math.sqrt(said) * rarity(list) * (k1 + 1)
        for (const { position, count } of list)
          scores[position]! += (factor * count) / (count + damping[position]!)
      }
    },
    spread: (gram) => postings.get(gram)?.length ?? 0,
    has: (gram, position) => postings.get(gram)?.some((posting) => posting.position === position) ?? false,
  }
}
