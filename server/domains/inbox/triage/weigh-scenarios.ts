import { type Scenario, scenarios } from '../../../../contract/vocabulary.ts'
import { isReadable } from './explain-score.ts'
import { type Grams, hashGrams } from './grams.ts'
import type { TriageModel } from './model.ts'
import { type Letters, readLetters } from './read-letters.ts'
import { readRules } from './read-rules.ts'
import { type Head, scoreClasses, softmax } from './score-classes.ts'

export type WeighedScenario = {
  scenario: Scenario
  /** 0–1, as sure as a reading says. */
  share: number
  rules: { word: string; because: string }[]
  letters: string[]
}

const mostLetters = 4

/**
 * All kinds a message was weighed as, the likeliest first: what the rules add and what the learnt weights count, in its
 * own letters. For people who ask why; a danger's own push (readMessage) stands among the reasons of the reading.
 */
export function weighScenarios(text: string, model: TriageModel): WeighedScenario[] {
  const letters = readLetters(text)
  const grams = hashGrams(letters)
  if (grams.count === 0) return []
  const { scenarioBonus, matches } = readRules(letters)
  const logits = scoreClasses(model.scenario, grams).map((logit, label) => logit + scenarioBonus[label]!)
  const shares = softmax(logits, model.temperature)
  return scenarios
    .map((scenario, label) => ({
      scenario,
      share: Math.round(shares[label]! * 1000) / 1000,
      rules: matches
        .filter(({ rule }) => rule.scenario === scenario)
        .map(({ rule, word }) => ({ word, because: rule.because })),
      letters: strongestLetters(model.scenario, grams, letters, label),
    }))
    .sort((x, y) => y.share - x.share)
}

/** The runs of two or three letters that speak most for a class against the mean of the others, none inside another. */
function strongestLetters(head: Head, grams: Grams, letters: Letters, label: number): string[] {
  const gains = new Map<string, number>()
  for (let slot = 0; slot < grams.hashes.length; slot += 1) {
    const size = (slot % 3) + 1
    const hash = grams.hashes[slot]!
    const start = Math.floor(slot / 3)
    if (size === 1 || hash === 0 || !isReadable(letters, start, size)) continue
    const row = (hash & (head.buckets - 1)) * head.classes
    let sum = 0
    for (let other = 0; other < head.classes; other += 1) sum += head.weights[row + other]!
    const own = head.weights[row + label]!
    const gain = own - (sum - own) / (head.classes - 1)
    if (gain > 0) gains.set(String.fromCharCode(...letters.codes.subarray(start, start + size)), gain)
  }
  const chosen: string[] = []
  for (const [word] of [...gains].sort((x, y) => y[1] - x[1])) {
    if (chosen.length === mostLetters) break
    if (!chosen.some((each) => each.includes(word) || word.includes(each))) chosen.push(word)
  }
  return chosen
}
