import { foldText } from '../../platform/search/grams.ts'

export type AlikeGroup<T> = { items: T[]; words: string[] }

/** As much of their common characters two messages share before they are held to ask the same. */
const alikeFrom = 0.25
/** Pairs that stand in more than this share of all messages say nothing about any. */
const commonShare = 0.2
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const mostWords = 5
const mostRead = 20
const longestPiece = 10
/** With so many of a group a message is compared. */
const mostHeard = 4
/** What everybody writes who asks for anything. */
const empty = new Set(
  '请问 你好 您好 我们 怎么 什么 可以 需要 这个 那个 现在 一下 办理 时候 没有 知道 就是 还是'.split(' '),
)

type Weighed = { pairs: Map<string, number>; size: number }

/**
 * Messages that say alike, most first: each goes to the group with one of whose first messages it shares most rare
 * pairs of characters, or begins one. One pass, quadratic at worst in the number of groups: for some hundred messages.
 */
export function groupByLikeness<T>(items: readonly T[], textOf: (item: T) => string): AlikeGroup<T>[] {
  const pairs = items.map((item) => pairsOf(textOf(item)))
  const spread = new Map<string, number>()
  for (const own of pairs) for (const pair of own) spread.set(pair, (spread.get(pair) ?? 0) + 1)
  const isRare = (pair: string) => items.length < 20 || spread.get(pair)! <= items.length * commonShare
  const weigh = (own: Set<string>): Weighed => {
    const rare = [...own].filter(isRare)
    const weighed = new Map(rare.map((pair) => [pair, Math.log(1 + items.length / spread.get(pair)!)]))
    return { pairs: weighed, size: Math.sqrt([...weighed.values()].reduce((sum, each) => sum + each, 0)) }
  }
  const groups: { heard: Weighed[]; items: T[] }[] = []
  for (const [index, item] of items.entries()) {
    const own = weigh(pairs[index]!)
    if (own.pairs.size === 0) continue
    let best: (typeof groups)[number] | undefined
    let most = alikeFrom
    for (const group of groups)
      for (const other of group.heard) {
        const alike = likeness(own, other)
        if (alike >= most) [best, most] = [group, alike]
      }
    if (!best) {
      best = { heard: [], items: [] }
      groups.push(best)
    }
    best.items.push(item)
    if (best.heard.length < mostHeard) best.heard.push(own)
  }
  return groups
    .map((group) => ({ items: group.items, words: wordsOf(group.items.map(textOf)) }))
    .sort((x, y) => y.items.length - x.items.length)
}

/** The weight of what two have in common, from 0 to 1. */
function likeness(one: Weighed, other: Weighed): number {
  const [few, many] = one.pairs.size < other.pairs.size ? [one, other] : [other, one]
  let shared = 0
  for (const [pair, weight] of few.pairs) if (many.pairs.has(pair)) shared += weight
  return shared / (one.size * other.size)
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of foldText(text).match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2))
  return pairs
}

/**
 * Pieces of text most of the texts have, the long and frequent ones first, none over the edge of another; of one text, its
 * longer words.
 */
function wordsOf(texts: string[]): string[] {
  const counts = new Map<string, number>()
  const heard = texts.slice(0, mostRead)
  const piecesOf = heard.length > 1 ? runsOf : segmentsOf
  for (const text of heard)
    for (const piece of new Set(piecesOf(foldText(text)))) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const likely = [...counts]
    .filter(
      ([piece, count]) =>
        count >= Math.min(2, heard.length) &&
        count * 2 >= heard.length &&
        ![...empty].some((word) => piece.includes(word)),
    )
    .sort((x, y) => y[1] * (y[0].length - 1) - x[1] * (x[0].length - 1) || y[1] - x[1])
  const words: string[] = []
  for (const [piece] of likely)
    if (words.length < mostWords && !words.some((word) => touches(word, piece))) words.push(piece)
  return words
}

/** One stands in the other, or ends as the other begins: cut out of the same words. */
function touches(one: string, other: string): boolean {
  const leads = (first: string, second: string) => {
    for (let size = 1; size < Math.min(first.length, second.length); size += 1)
      if (first.endsWith(second.slice(0, size))) return true
    return false
  }
  return one.includes(other) || other.includes(one) || leads(one, other) || leads(other, one)
}

function segmentsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment).filter((word) =>
    /^\p{Script=Han}{2,8}$/u.test(word),
  )
}

/** Whole words beside each other, so that no piece begins or ends within one. */
function runsOf(text: string): string[] {
  const pieces: string[] = []
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    const words = Array.from(segmenter.segment(run), ({ segment }) => segment)
    for (let at = 0; at < words.length; at += 1)
      for (let end = at + 1; end <= words.length; end += 1) {
        const piece = words.slice(at, end).join('')
        if (piece.length > longestPiece) break
        if (piece.length > 1) pieces.push(piece)
      }
  }
  return pieces
}
