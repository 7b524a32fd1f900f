import { type GuideAnswers, wordsOf } from '../../../contract/narrow-guide.ts'
import type { GuideQuestion } from '../../../contract/services.ts'

/** An answer with the words in which it was asked and given. */
export type WordedAnswer = { question: string; answer: string; asked: string; said: string }

/**
 * Of answers that were given to the questions `then` those that `now` asks in the same words. What nobody asks, or asks
 * otherwise by now, says nothing about the family: it is left out, and what hangs on it stays on the list.
 */
export function knownAnswers(
  then: GuideQuestion[],
  now: GuideQuestion[],
  answers: GuideAnswers,
): WordedAnswer[] {
  return Object.entries(answers).flatMap(([question, answer]) => {
    const words = wordsOf(now, question, answer)
    const before = wordsOf(then, question, answer)
    const same = words && before && words.asked === before.asked && words.said === before.said
    return same ? [{ question, answer, ...words }] : []
  })
}

/** Whether the guide still asks it in the words in which it was answered. */
export function stillAsked({ question, answer, asked, said }: WordedAnswer, now: GuideQuestion[]): boolean {
  const words = wordsOf(now, question, answer)
  return words !== null && words.asked === asked && words.said === said
}
