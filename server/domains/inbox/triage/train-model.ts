import { readOfficeCodes, type Scenario, scenarios } from '../../../../contract/vocabulary.ts'
import { composeSentences } from './compose-sentences.ts'
import { fitWeights, type Lesson, seededNumbers } from './fit-weights.ts'
import type { Sentence } from './gather-sentences.ts'
import { hashGrams } from './grams.ts'
import { matchRules } from './match-rules.ts'
import { readDanger } from './read-danger.ts'
import { readLetters } from './read-letters.ts'
import type { Head } from './score-classes.ts'
import { varyWording } from './vary-wording.ts'

export type Heads = { scenario: Head; office: Head; danger: Head; kind: Head }

const epochs = 16
const rate = 0.15
const shrink = 1e-4
/** An emergency missed costs more than a bell rung for nothing. */
const dangerWeight = 2.5
/** For each sentence somebody wrote, so many are put together anew in every epoch, each counting so much. */
const composedShare = 0.5
const composedWeight = 0.6

/** The four sets of weights: which scenario, which office, is somebody in danger, whose matter a danger is. Same seed, same weights. */
export function trainHeads(sentences: Sentence[], seed: number): Heads {
  // What a person in danger writes says little about the scenario; the danger itself says it (`kind`).
  const forScenario = (some: Sentence[]) =>
    some.filter(({ emergency, scenario }) => scenario !== null && (!emergency || scenario !== 'safety'))
  const counts = new Map<Scenario | null, number>()
  for (const { scenario } of forScenario(sentences)) counts.set(scenario, (counts.get(scenario) ?? 0) + 1)
  const mean = forScenario(sentences).length / counts.size
  // Rare subjects count more, though not for as much as would make all of them equal (measured).
  const weighScenario = ({ scenario }: Sentence) => Math.sqrt(mean / counts.get(scenario)!)

  const scenario = fit(sentences, seed, 131072, scenarios.length, 0, forScenario, (sentence, letters) => ({
    label: scenarios.indexOf(sentence.scenario!),
    weight: weighScenario(sentence),
    bonus: matchRules(letters).scenarioBonus,
  }))
  const forOthers = (some: Sentence[]) =>
    some.filter(({ office }) => office !== null && readOfficeCodes.includes(office))
  const office = fit(
    sentences,
    seed + 1,
    8192,
    readOfficeCodes.length,
    0,
    forOthers,
    (sentence, letters) => ({
      label: readOfficeCodes.indexOf(sentence.office!),
      weight: 1,
      bonus: matchRules(letters).officeBonus,
    }),
  )
  const danger = trainDanger(sentences, seed)
  const inDanger = (some: Sentence[]) =>
    some.filter(({ emergency, scenario: of }) => emergency && of !== null)
  const kinds = new Map<Scenario | null, number>()
  for (const { scenario: of } of inDanger(sentences)) kinds.set(of, (kinds.get(of) ?? 0) + 1)
  const commonest = Math.max(...kinds.values())
  const kind = fit(
    sentences,
    seed + 3,
    32768,
    scenarios.length,
    composedShare,
    inDanger,
    (sentence, letters) => ({
      label: scenarios.indexOf(
        sentence.scenario === 'safety' && readDanger(letters).scenario === 'mediation'
          ? 'mediation'
          : sentence.scenario!,
      ),
      weight: Math.sqrt(commonest / (kinds.get(sentence.scenario) ?? commonest)),
    }),
  )
  return { scenario, office, danger, kind }
}

/** Is somebody in danger? Only the difference between the two classes is kept. */
export function trainDanger(sentences: Sentence[], seed: number): Head {
  const all = (some: Sentence[]) => some
  return onlyDifference(
    fit(sentences, seed + 2, 262144, 2, composedShare, all, ({ emergency }) => ({
      label: emergency ? 1 : 0,
      weight: emergency ? dangerWeight : 1,
    })),
  )
}

function fit(
  sentences: Sentence[],
  seed: number,
  buckets: number,
  classes: number,
  share: number,
  choose: (some: Sentence[]) => Sentence[],
  teach: (sentence: Sentence, letters: ReturnType<typeof readLetters>) => Omit<Lesson, 'grams'>,
): Head {
  const next = seededNumbers(seed)
  const lesson = (sentence: Sentence, text: string): Lesson => {
    const letters = readLetters(text)
    return { grams: hashGrams(letters), ...teach(sentence, letters) }
  }
  const written = choose(sentences)
  const plain = written.map((sentence) => lesson(sentence, sentence.text))
  const composed = () =>
    choose(composeSentences(Math.round(sentences.length * share), next)).map((sentence) => {
      const made = lesson(sentence, varyWording(sentence.text, next))
      return { ...made, weight: made.weight * composedWeight }
    })
  const lessonsOf = (epoch: number) => [
    ...(epoch % 3 === 0
      ? plain
      : written.map((sentence) => lesson(sentence, varyWording(sentence.text, next)))),
    ...composed(),
  ]
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
