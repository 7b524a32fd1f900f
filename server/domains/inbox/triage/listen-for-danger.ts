import { type Being, dangerTree, type Meaning } from './danger-words.ts'
import { findNothing, findWordsAt } from './find-words.ts'
import { cue } from './guards.ts'
import type { Letters } from './read-letters.ts'

type Noun = { being: Being; start: number; end: number; clause: number; sentence: number }

/** One danger word where it stands. `noun` is the last person, animal or object named before it. */
export type Sighting = {
  meaning: Extract<Meaning, { is: 'danger' | 'gone' }>
  start: number
  end: number
  clause: number
  sentence: number
  noun: Noun | null
  /** A person or place was named earlier in the clause. */
  aboutSomeone: boolean
  /** In this clause, before the word: a past time with no present time after it. */
  pastBefore: boolean
}

/** What was heard: the danger words, and the cues of every clause, every sentence and the whole. */
export type Hearing = {
  sightings: Sighting[]
  clauses: number[]
  sentences: number[]
  whole: number
  letters: Letters
}

const pastBits = cue.longAgo | cue.daysAgo
const nowBits = cue.now | cue.justNow | cue.clock
const refusable = cue.fireOut | cue.found | cue.over

/** One walk over the message, from left to right. */
export function listenForDanger(letters: Letters): Hearing {
  const { codes, edges, length } = letters
  const hearing: Hearing = { sightings: [], clauses: [0], sentences: [0], whole: 0, letters }
  const found = findNothing<Meaning>()
  let clause = 0
  let sentence = 0
  let noun: Noun | null = null
  let harmlessEnd = 0
  let pastAt = -1
  let pastEnd = 0
  let nowAt = -1

  for (let at = 0; at < length; at += 1) {
    if (edges[at]! > 0) {
      clause = hearing.clauses.push(0) - 1
      pastAt = -1
      nowAt = -1
      if (edges[at] === 2) sentence = hearing.sentences.push(0) - 1
    }
    if (dangerTree.first[codes[at]!] === 0) continue
    findWordsAt(dangerTree, codes, length, at, found)
    for (let each = 0; each < found.count; each += 1) {
      if (found.things[each]!.is === 'harmless') harmlessEnd = Math.max(harmlessEnd, found.ends[each]!)
    }
    let named: Noun | null = null
    for (let each = 0; each < found.count; each += 1) {
      const meaning = found.things[each]!
      const end = found.ends[each]!
      if (meaning.is === 'cue') {
        if (end <= harmlessEnd) continue
        if (meaning.bit & refusable && isRefused(codes, at)) continue
        if (meaning.bit & nowBits && at < pastEnd) continue
        if (meaning.bit & pastBits) {
          pastAt = at
          pastEnd = Math.max(pastEnd, end)
        }
        if (meaning.bit & nowBits) nowAt = at
        hearing.clauses[clause]! |= meaning.bit
        hearing.sentences[sentence]! |= meaning.bit
        hearing.whole |= meaning.bit
      } else if (meaning.is === 'being') {
        if (noun === null || end > noun.end)
          named = { being: meaning.being, start: at, end, clause, sentence }
      } else if (meaning.is !== 'harmless' && end > harmlessEnd) {
        const aboutSomeone = (hearing.clauses[clause]! & cue.someone) !== 0
        const pastBefore = pastAt >= 0 && pastAt > nowAt
        hearing.sightings.push({ meaning, start: at, end, clause, sentence, noun, aboutSomeone, pastBefore })
      }
    }
    if (named) noun = named
  }
  return hearing
}

const no = new Set(['没', '冇', '未', '不', '难'].map((letter) => letter.charCodeAt(0)))

/** 还没扑灭, 冇找到了: the word is there and says the opposite. */
function isRefused(codes: Uint16Array, at: number): boolean {
  return (at > 0 && no.has(codes[at - 1]!)) || (at > 1 && no.has(codes[at - 2]!))
}
