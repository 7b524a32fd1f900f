import { findNothing, findWordsAt, growWordTree } from './find-words.ts'
import { ideasOfCalm, ideasOfDanger } from './ideas-of-danger.ts'
import { ideasOfMatters } from './ideas-of-matters.ts'
import type { Letters } from './read-letters.ts'

const ideas = Object.entries({ ...ideasOfDanger, ...ideasOfCalm, ...ideasOfMatters })

const tree = growWordTree(
  ideas.flatMap(([, words], at) => [...new Set(words)].map((word) => [word.toLowerCase(), at] as const)),
)

/** With how many different ideas before it an idea is counted as a pair. */
const reach = 6
/** A long message names everything; what comes after so many ideas tells nothing new. */
const mostIdeas = 160

/**
 * The ideas of a message as hashed features: each idea once, and each ordered pair of ideas that stand near one
 * another, once. Time grows with the length of the message and no faster.
 */
export function hashIdeas(letters: Letters, longest: number): Uint32Array {
  const length = Math.min(letters.length, longest)
  const order: number[] = []
  const found = findNothing<number>()
  const seen = new Set<number>()
  for (let at = 0; at < length && order.length < mostIdeas; at += 1) {
    if (tree.first[letters.codes[at]!] === 0) continue
    findWordsAt(tree, letters.codes, length, at, found)
    for (let each = 0; each < found.count; each += 1) {
      const idea = found.things[each]!
      if (order[order.length - 1] !== idea) order.push(idea)
    }
  }
  for (let at = 0; at < order.length; at += 1) {
    seen.add(mix(order[at]! + 1))
    for (let back = Math.max(0, at - reach); back < at; back += 1) {
      if (order[back] !== order[at]) seen.add(mix((order[back]! + 1) * 4096 + order[at]! + 1))
    }
  }
  return Uint32Array.from(seen)
}

function mix(number: number): number {
  let mixed = Math.imul(number ^ 0x3c6ef372, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1
}

/** For the version of a model: its features change when these words do. */
export const ideaWords = ideas
