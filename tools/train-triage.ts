import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readOfficeCodes, scenarios } from '../contract/vocabulary.ts'
import { seededNumbers } from '../server/domains/inbox/triage/fit-weights.ts'
import { gatherSentences, type Sentence } from '../server/domains/inbox/triage/gather-sentences.ts'
import { hashGrams } from '../server/domains/inbox/triage/grams.ts'
import { matchRules } from '../server/domains/inbox/triage/match-rules.ts'
import {
  packHead,
  type StoredModel,
  starterModel,
  unpackModel,
} from '../server/domains/inbox/triage/model.ts'
import { readDanger } from '../server/domains/inbox/triage/read-danger.ts'
import { readLetters } from '../server/domains/inbox/triage/read-letters.ts'
import { largest, scoreClasses, softmax } from '../server/domains/inbox/triage/score-classes.ts'
import { type Heads, trainHeads } from '../server/domains/inbox/triage/train-model.ts'
import { starterScripts } from '../server/domains/scripts/starter/scripts.ts'
import { starterGuides } from '../server/domains/services/starter/guides.ts'

/**
 * `npm run train-triage [-- --seed 7 --dry]`: cross-validates on our own sentences, prints what it
 * found, and writes the weights. The same seed and sentences give the same file. With `--quick` the limits in the file
 * stay and nothing is cross-validated: for a change of a few sentences.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261123' },
    dry: { type: 'boolean' },
    quick: { type: 'boolean' },
  },
})
const seed = Number(values.seed)
const folds = 5
/** Of messages in which nobody is in danger (hard ones, most of them), this share may ring the bell by score alone. */
const falseAlarms = 0.059
/** Of calls for help whose words are heard, this share may have a score so calm that it sets them aside. */
const unheard = 0.008

const own = gatherSentences()
const starter: Sentence[] = [
  ...starterGuides.flatMap((guide) => [guide.name, ...guide.askedAs].map((text) => calm(text, 'business'))),
  ...starterScripts.flatMap((script) => [
    calm(script.title, script.scenario),
    // One word out of its sentence says little about the subject, but it is no cry for help.
    ...script.keywords.map((text) => calm(text, null)),
  ]),
]
console.log(
  `seed ${seed}; ${own.length} sentences of our own, ${starter.length} from the starter guides and scripts`,
)

const { rows, temperature, dangerAt, calmBelow } = values.quick
  ? { rows: [], ...starterModel }
  : crossValidate()
if (!values.quick) report(rows)
console.log(`temperature ${temperature}, danger from ${dangerAt}, calm below ${calmBelow}`)
if (!values.dry) write(trainHeads([...own, ...starter], seed))

function calm(text: string, scenario: Sentence['scenario']): Sentence {
  return { text, scenario, office: null, emergency: false }
}

type Row = { sentence: Sentence; logits: Float64Array; office: string; danger: number }

function judge(heads: Heads, sentence: Sentence): Row {
  const letters = readLetters(sentence.text)
  const grams = hashGrams(letters)
  const { scenarioBonus, officeBonus } = matchRules(letters)
  const logits = scoreClasses(heads.scenario, grams).map((logit, label) => logit + scenarioBonus[label]!)
  const forOffice = scoreClasses(heads.office, grams).map((logit, label) => logit + officeBonus[label]!)
  return {
    sentence,
    logits,
    office: readOfficeCodes[largest(forOffice)]!,
    danger: scoreClasses(heads.danger, grams)[0]!,
  }
}

function crossValidate() {
  const next = seededNumbers(seed)
  const fold = own.map(() => Math.floor(next() * folds))
  const judged: Row[] = []
  for (let held = 0; held < folds; held += 1) {
    const heads = trainHeads([...own.filter((_, at) => fold[at] !== held), ...starter], seed)
    judged.push(...own.filter((_, at) => fold[at] === held).map((sentence) => judge(heads, sentence)))
  }
  const calmScores = judged.filter((row) => !row.sentence.emergency).map((row) => row.danger)
  calmScores.sort((a, b) => b - a)
  const at = calmScores[Math.floor(calmScores.length * falseAlarms)]!
  const urgent = judged
    .filter((row) => row.sentence.emergency && readDanger(readLetters(row.sentence.text)).emergency)
    .map((row) => row.danger)
  urgent.sort((a, b) => a - b)
  return {
    rows: judged,
    temperature: calibrate(judged),
    dangerAt: Number(at.toFixed(3)),
    calmBelow: Number(urgent[Math.floor(urgent.length * unheard)]!.toFixed(3)),
  }
}

/** The temperature under which the confidences say best how often the reading is right. */
function calibrate(judged: Row[]): number {
  const labelled = judged.filter((row) => row.sentence.scenario !== null && !row.sentence.emergency)
  const loss = (heat: number) =>
    labelled.reduce((sum, { sentence, logits }) => {
      return sum - Math.log(softmax(logits, heat)[scenarios.indexOf(sentence.scenario!)]! + 1e-9)
    }, 0)
  const heats = Array.from({ length: 40 }, (_, step) => 0.3 + step * 0.05)
  return Number(heats.reduce((best, heat) => (loss(heat) < loss(best) ? heat : best)).toFixed(2))
}

function report(judged: Row[]): void {
  const calmRows = judged.filter((row) => !row.sentence.emergency)
  let mean = 0
  for (const scenario of scenarios) {
    const of = calmRows.filter((row) => row.sentence.scenario === scenario)
    const right = of.filter((row) => scenarios[largest(row.logits)] === scenario).length
    mean += right / of.length / scenarios.length
    console.log(`${scenario.padEnd(20)} ${right}/${of.length}  ${((100 * right) / of.length).toFixed(1)} %`)
  }
  const urgent = judged.filter((row) => row.sentence.emergency)
  const heard = urgent.filter((row) => row.danger >= dangerAt).length
  console.log(`danger by score alone ${heard}/${urgent.length}`)
  const offices = calmRows.filter((row) => row.sentence.office)
  const rightOffices = offices.filter((row) => row.office === row.sentence.office).length
  console.log(`macro ${(100 * mean).toFixed(1)} %; office ${rightOffices}/${offices.length}`)
}

function write(heads: Heads): void {
  const model: StoredModel = {
    seed,
    sentences: own.length + starter.length,
    temperature,
    dangerAt,
    calmBelow,
    scenario: packHead(heads.scenario),
    office: packHead(heads.office),
    danger: packHead(heads.danger),
    kind: packHead(heads.kind),
  }
  const text = `${JSON.stringify(model)}\n`
  writeFileSync(resolve(import.meta.dirname, '../server/domains/inbox/triage/model.json'), text)
  console.log(`model.json ${(text.length / 1000).toFixed(0)} kB, version ${unpackModel(model).version}`)
}
