import { deedWords } from './deeds.ts'
import { lawWords } from './law.ts'
import { lifeWords } from './life.ts'
import { moneyWords } from './money.ts'
import { peopleWords } from './people.ts'
import { questionWords } from './questions.ts'
import { thingWords } from './things.ts'
import { workWords } from './work.ts'

/** A stretch of a text that stands for one or more concepts: "堂客" for the same as "妻子". */
export type Mention = { word: string; from: number; to: number; concepts: number[] }

/** A line each of words that mean nearly the same to somebody who looks for an answer; a word may stand in several. */
const groups = [
  peopleWords,
  lifeWords,
  moneyWords,
  workWords,
  lawWords,
  deedWords,
  thingWords,
  questionWords,
].flatMap((words) => words.trim().split('\n'))

const conceptsOf = new Map<string, number[]>()
groups.forEach((group, concept) => {
  for (const word of group.split(' ')) {
    const concepts = conceptsOf.get(word)
    if (concepts) concepts.push(concept)
    else conceptsOf.set(word, [concept])
  }
})
const longest = Math.max(...[...conceptsOf.keys()].map((word) => word.length))

/** The words of the thesaurus in a folded text, the longest at each place, none over another. */
export function mentionsIn(folded: string): Mention[] {
  const mentions: Mention[] = []
  for (let from = 0; from < folded.length; ) {
    const mention = mentionAt(folded, from)
    if (mention) mentions.push(mention)
    from = mention ? mention.to : from + 1
  }
  return mentions
}

function mentionAt(folded: string, from: number): Mention | null {
  for (let to = Math.min(folded.length, from + longest); to > from; to--) {
    const word = folded.slice(from, to)
    const concepts = conceptsOf.get(word)
    if (concepts) return { word, from, to, concepts }
  }
  return null
}
