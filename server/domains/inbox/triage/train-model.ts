import { officeCodes, type Scenario, scenarios } from '../../../../contract/vocabulary.ts'
import { fitWeights, type Lesson, seededNumbers } from './fit-weights.ts'
import type { Sentence } from './gather-sentences.ts'
import { hashGrams } from './grams.ts'
import { matchRules } from './match-rules.ts'
import { readLetters } from './read-letters.ts'
import type { Head } from './score-classes.ts'
import { varyWording } from './vary-wording.ts'

export type Heads = { scenario: Head; office: Head; danger: Head }

const epochs = 16
const rate = 0.15
const shrink = 1e-4
/** An emergency missed costs more than a bell rung for nothing. */
const dangerWeight = 2.5

/** The three sets of weights: which scenario, which office, is somebody in danger. Same seed, same weights. */
export function trainHeads(sentences: Sentence[], seed: number): Heads {
  // What a person in danger writes says little about the scenario; the danger itself says it (dangers.ts).
  const forScenario = sentences.filter(
    ({ emergency, scenario }) => scenario !== null && (!emergency || scenario !== 'safety'),
  )
  const counts = new Map<Scenario | null, number>()
  for (const { scenario } of forScenario) counts.set(scenario, (counts.get(scenario) ?? 0) + 1)
  const mean = forScenario.length / counts.size
  const evenOut = (sentence: Sentence) => mean / counts.get(sentence.scenario)!

  const scenario = fit(forScenario, seed, 32768, scenarios.length, (sentence, text) => {
    const letters = readLetters(text)
    return {
      grams: hashGrams(letters),
      label: scenarios.indexOf(sentence.scenario!),
      weight: evenOut(sentence),
      bonus: matchRules(letters).scenarioBonus,
    }
  })
  const forOthers = sentences.filter((sentence) => sentence.office !== null)
  const office = fit(forOthers, seed + 1, 4096, officeCodes.length, (sentence, text) => {
    const letters = readLetters(text)
    return {
      grams: hashGrams(letters),
      label: officeCodes.indexOf(sentence.office!),
      weight: 1,
      bonus: matchRules(letters).officeBonus,
    }
  })
  const danger = fit(sentences, seed + 2, 32768, 2, (sentence, text) => ({
    grams: hashGrams(readLetters(text)),
    label: sentence.emergency ? 1 : 0,
    weight: sentence.emergency ? dangerWeight : 1,
  }))
  return { scenario, office, danger: onlyDifference(danger) }
}

function fit(
  sentences: Sentence[],
  seed: number,
  buckets: number,
  classes: number,
  teach: (sentence: Sentence, text: string) => Lesson,
): Head {
  const next = seededNumbers(seed)
  const plain = sentences.map((sentence) => teach(sentence, sentence.text))
  const lessonsOf = (epoch: number) =>
    epoch % 3 === 0
      ? plain.slice()
      : sentences.map((sentence) => teach(sentence, varyWording(sentence.text, next)))
  return fitWeights(lessonsOf, { classes, buckets, epochs, rate, shrink }, next)
}

/** Of two classes only the difference matters: one weight a bucket is enough. */
function onlyDifference(head: Head): Head {
  const weights = new Float32Array(head.buckets)
  for (let at = 0; at < head.buckets; at += 1) weights[at] = head.weights[at * 2 + 1]! - head.weights[at * 2]!
  return {
    classes: 1,
    buckets: head.buckets,
    weights,
    bias: new Float32Array([head.bias[1]! - head.bias[0]!]),
  }
}
