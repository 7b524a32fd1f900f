import { strongestWord } from './explain-score.ts'
import { hashGrams } from './grams.ts'
import type { TriageModel } from './model.ts'
import type { DangerReading } from './read-danger.ts'
import { readLetters } from './read-letters.ts'
import { scoreClasses } from './score-classes.ts'

/** A message must be longer than this, and a sentence in it at least so long, for one sentence to ring by itself. */
const longMessage = 40
const shortestSentence = 10
const mostSentences = 60
/** How much surer the score must be of one sentence than of a whole message, which says more of what it means. */
const surer = 2.5

/**
 * In a long message the danger may stand in one sentence among papers, thanks and a rumour, and the whole sounds calm: a
 * sentence rings by itself when the score is very sure of it. Time grows with the length.
 */
export function hearSentences(text: string, heard: DangerReading, model: TriageModel): DangerReading {
  if (heard.emergency || text.length <= longMessage) return heard
  const sentences = text.split(/[。！？!?；;\n]/).filter((sentence) => sentence.length >= shortestSentence)
  if (sentences.length < 2) return heard
  for (const sentence of sentences.slice(0, mostSentences)) {
    const letters = readLetters(sentence)
    const grams = hashGrams(letters)
    if (scoreClasses(model.danger, grams)[0]! < model.dangerAt + surer) continue
    const word = strongestWord(model.danger, grams, letters, 0)
    const because = '其中有一句像是有人正有危险，机器拿不准，请人马上看'
    return { emergency: true, dangers: ['unsure'], reasons: [{ word, because }], scenario: null, cry: false }
  }
  return heard
}
