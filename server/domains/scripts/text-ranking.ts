import { foldText } from '../../platform/search/grams.ts'
import { simplify } from '../../platform/search/simplify.ts'
import { createBm25 } from './bm25.ts'
import { type Mention, mentionsIn } from './thesaurus/concepts.ts'

export type Field = { text: string; weight: number }

export type Ranked = {
  /** Position of the document in the list the ranking was made of. */
  position: number
  score: number
  /** The stretches of the query that were found in it and that set it apart, longest first, at most three. */
  words: () => string[]
  /** Words of the query that are not in it, but others of the same meaning are; at most three. */
  meanings: () => string[]
}

export type TextRanking = (query: string, limit: number) => Ranked[]

/** What a query says for each document, by its position. */
export type TextMatch = {
  scores: Float64Array
  /** As in `Ranked`. */
  words: (position: number) => string[]
  meanings: (position: number) => string[]
}

/**
 * Beside pairs of characters, which count whole: single characters count the less the longer the query is, for in a
 * story they match by chance; concepts of the thesaurus nearly as much as pairs. Measured, see docs/answers.md.
 */
const singleWeight = (letters: number) => Math.min(1, 18 / (letters || 1))
const conceptWeight = 0.75
/** What more than this share of the documents has is no reason to show; of single characters only rare ones are. */
const commonShare = 0.25
const rareShare = 0.05
/** Characters that carry grammar rather than a subject: not compared, and no shown word begins or ends with one. */
const grammarLetters = '的了是我你他她它们在就也都和跟把个么吗呢吧啊这那哪什怎'
const grammar = new Set(grammarLetters)
const edges = new RegExp(`^[${grammarLetters}]+(?=..)|(?<=..)[${grammarLetters}]+$`, 'gu')

type Place = { gram: string; from: number; to: number }
export type Reading = { folded: string; singles: string[]; pairs: Place[]; mentions: Mention[] }

/** What is compared of a text; a word or number in Latin letters counts as a single and as a pair. */
export function readText(text: string): Reading {
  const reading: Reading = { folded: simplify(foldText(text)), singles: [], pairs: [], mentions: [] }
  for (const { 0: run, index } of reading.folded.matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) {
    for (const mention of mentionsIn(run))
      reading.mentions.push({ ...mention, from: mention.from + index, to: mention.to + index })
    if (/^[a-z0-9]/.test(run)) {
      reading.singles.push(run)
      reading.pairs.push({ gram: run, from: index, to: index + run.length })
      continue
    }
    const letters = [...run]
    let from = index
    letters.forEach((letter, at) => {
      const next = letters[at + 1]
      if (!grammar.has(letter)) {
        reading.singles.push(letter)
        if (next !== undefined && !grammar.has(next))
          reading.pairs.push({ gram: letter + next, from, to: from + letter.length + next.length })
      }
      from += letter.length
    })
  }
  return reading
}

/**
 * Ranks a few hundred to a few thousand short Chinese texts against what somebody wrote. A document is a list of
 * fields; a heavier field counts as if its words stood there so many times.
 */
export function createTextRanking(documents: Field[][]): TextRanking {
  const match = createTextMatch(documents)
  return (query, limit) => {
    const { scores, words, meanings } = match(readText(query))
    const found = [...scores.keys()].filter((position) => scores[position]! > 0)
    found.sort((x, y) => scores[y]! - scores[x]! || x - y)
    return found.slice(0, limit).map((position) => ({
      position,
      score: scores[position]!,
      words: () => words(position),
      meanings: () => meanings(position),
    }))
  }
}

/** The same for whoever needs every document and no order, or asks several indexes with one reading. */
export function createTextMatch(documents: Field[][]): (asked: Reading) => TextMatch {
  const singles: Map<string, number>[] = []
  const pairs: Map<string, number>[] = []
  const concepts: Map<number, number>[] = []
  for (const fields of documents) {
    const single = new Map<string, number>()
    const pair = new Map<string, number>()
    const concept = new Map<number, number>()
    for (const { text, weight } of fields) {
      const reading = readText(text)
      for (const gram of reading.singles) add(single, gram, weight)
      for (const { gram } of reading.pairs) add(pair, gram, weight)
      for (const mention of reading.mentions) for (const each of mention.concepts) add(concept, each, weight)
    }
    singles.push(single)
    pairs.push(pair)
    concepts.push(concept)
  }
  const bySingle = createBm25(singles)
  const byPair = createBm25(pairs)
  const byConcept = createBm25(concepts)
  const common = Math.max(2, documents.length * commonShare)
  const rare = Math.max(2, documents.length * rareShare)

  function score(asked: Reading): Float64Array {
    const scores = new Float64Array(documents.length)
    bySingle.score(countOf(asked.singles), scores, singleWeight([...asked.folded].length))
    byPair.score(countOf(asked.pairs.map(({ gram }) => gram)), scores, 1)
    byConcept.score(countOf(asked.mentions.flatMap((mention) => mention.concepts)), scores, conceptWeight)
    return scores
  }

  function wordsIn(position: number, asked: Reading): string[] {
    const { folded, singles: letters, pairs: places } = asked
    const words = new Set<string>()
    let from = -1
    let to = -1
    const end = () => words.add(folded.slice(from, to).replace(edges, ''))
    for (const place of places) {
      if (byPair.spread(place.gram) > common || !byPair.has(place.gram, position)) continue
      if (place.from >= to) {
        if (to > 0) end()
        from = place.from
      }
      to = place.to
    }
    if (to > 0) end()
    if (words.size === 0 && meaningsIn(position, asked).length === 0)
      for (const letter of letters)
        if (bySingle.spread(letter) <= rare && bySingle.has(letter, position)) words.add(letter)
    return [...words].sort((x, y) => y.length - x.length).slice(0, 3)
  }

  function meaningsIn(position: number, { mentions }: Reading): string[] {
    const words = mentions
      .filter(({ word, concepts: each }) => {
        return (
          word.length > 1 &&
          !byPair.has(word.slice(0, 2), position) &&
          each.some((concept) => byConcept.spread(concept) <= common && byConcept.has(concept, position))
        )
      })
      .map(({ word }) => word)
    return [...new Set(words)].slice(0, 3)
  }

  return (asked) => ({
    scores: score(asked),
    words: (position) => wordsIn(position, asked),
    meanings: (position) => meaningsIn(position, asked),
  })
}

function countOf<Gram>(grams: Gram[]): Map<Gram, number> {
  const counts = new Map<Gram, number>()
  for (const gram of grams) add(counts, gram, 1)
  return counts
}

function add<Gram>(counts: Map<Gram, number>, gram: Gram, weight: number): void {
  counts.set(gram, (counts.get(gram) ?? 0) + weight)
}
