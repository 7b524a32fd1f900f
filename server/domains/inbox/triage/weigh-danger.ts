import { strongestWord } from './explain-score.ts'
import type { Grams } from './grams.ts'
import type { TriageModel } from './model.ts'
import type { DangerReading } from './read-danger.ts'
import type { Letters } from './read-letters.ts'
import { scoreClasses } from './score-classes.ts'

/** Below this many letters only words ring the bell: the score knows too little. */
const shortestScored = 5
/** Whether anything is said at all, in characters or in pinyin: digits and signs are no words. */
export const hasWords = ({ codes, length }: Letters) =>
  codes
    .subarray(0, length)
    .some((code) => (code >= 0x61 && code <= 0x7a) || (code >= 0x3400 && code <= 0x9fff))
/** How much surer of calm the score must be to set aside a cry for help, or money just paid, than another word of danger. */
const forCry = 1.5
/** Of a swindle less is enough: who still believes it asks calmly how to pay, and money is stopped in minutes or never. */
const forFraud = 0.6

/**
 * Words and trained score together. Where the words are silent, the score may ring the bell. Where they ring it and
 * the score is very sure that the whole sentence asks about the law, the past or papers, they are set aside and shown
 * to the person. `byScore` false: only words ring, as in what a page of ours has written; `ofFraud`: the message is read as one
 * about a swindle. No correction of a station reaches these weights (apply-corrections.ts).
 */
export function weighDanger(
  heard: DangerReading,
  letters: Letters,
  grams: Grams,
  model: TriageModel,
  { byScore, ofFraud }: { byScore: boolean; ofFraud: boolean },
): DangerReading {
  if (letters.length < shortestScored) return heard
  const score = scoreClasses(model.danger, grams)[0]!
  if (heard.emergency) {
    const pressing = heard.cry || heard.dangers.includes('fraud')
    if (score >= model.calmBelow - (pressing ? forCry : 0)) return heard
    const word = heard.reasons[0]!.word
    const because = `提到“${word}”，但整句话像在问从前的事、道理或手续，没有当急事；请人再看一眼`
    return { emergency: false, dangers: [], reasons: [{ word, because }], scenario: null, cry: heard.cry }
  }
  // A telephone number, sent as the answer to a question, says nothing; a person looks at it all the same.
  if (!byScore || !hasWords(letters)) return heard
  const setAside = heard.reasons.length > 0 ? 1 : 0
  if (score < model.dangerAt + setAside - (ofFraud ? forFraud : 0)) return heard
  const word = strongestWord(model.danger, grams, letters, 0)
  const because = '整句话像是有人正有危险，机器拿不准，请人马上看'
  return { emergency: true, dangers: ['unsure'], reasons: [{ word, because }], scenario: null, cry: false }
}
