import { parseArgs } from 'node:util'
import type { Scenario } from '../contract/vocabulary.ts'
import {
  fifth,
  fourth,
  type HeldOutRow,
  inEarnest,
  sixthHard,
  sixthPlain,
  third,
  unseen,
} from '../server/domains/inbox/triage/held-out-rows.ts'
import { starterModel } from '../server/domains/inbox/triage/model.ts'
import { type Reading, readMessage } from '../server/domains/inbox/triage/read-message.ts'
import { questionsOf } from '../server/domains/scripts/fixtures/questions.fixture.ts'
import { createIndex } from '../server/domains/scripts/script-index.ts'
import { starterScripts } from '../server/domains/scripts/starter/scripts.ts'
import { rankScripts } from '../server/domains/scripts/suggest-scripts.ts'
import { confusionOf, macroF1, tellConfusion } from './confusion.ts'
import { measureRetrieval } from './measure-retrieval.ts'
import { readRows } from './read-rows.ts'
import { tellMistakes } from './worst-mistakes.ts'

/**
 * `npm run bench:answers [-- --triage-dev questions.jsonl --retrieval queries.jsonl --pool texts.jsonl]`: how good the
 * answers are, on sets of our own and, when files are named, on those: {text, scenario} lines; {id, set, query,
 * positives} lines with {id, set, text} lines (only measured, never learned from). Prints tables, then one line of JSON
 * with every figure.
 */
const { values } = parseArgs({
  options: { 'triage-dev': { type: 'string' }, retrieval: { type: 'string' }, pool: { type: 'string' } },
})
if (!values.retrieval !== !values.pool) {
  console.error('Retrieval is measured on two files: --retrieval queries.jsonl --pool texts.jsonl')
  process.exit(2)
}

const index = createIndex(
  starterScripts.map((script) => ({
    ...script,
    id: script.code,
    version: 1,
    library: script.scenario,
    villageIds: null,
  })),
)
/** The names of scenarios in the sets of others. */
const ours: Record<string, Scenario> = {
  antifraud: 'anti_fraud',
  public_info: 'public_information',
  other: 'other_office',
}
const someDay = '2026-01-01'
const read = (text: string) => readMessage({ text, villages: [] })
const suggest = (text: string, { scenario, understood }: Pick<Reading, 'scenario' | 'understood'>) =>
  rankScripts(index, { text, understood, scenario, villageId: null, role: 'chief' }, someDay)

const figures = {
  inEarnest: measureSet('In many voices (in-earnest)', inEarnest),
  unseen: measureSet('Fresh set (unseen)', unseen),
  third: measureSet('Third set (third)', third),
  fourth: measureSet('By another hand, hard (fourth)', fourth),
  fifth: measureSet('By another hand, half plain, half hard (fifth)', fifth),
  sixthPlain: measureSet('By another hand, plain (sixth)', sixthPlain),
  sixthHard: measureSet('By the same hand, hard (sixth)', sixthHard),
  triageDev: values['triage-dev'] ? measureDev(values['triage-dev']) : null,
  scripts: measureScripts(),
  time: measureTime(),
  memory: measureMemory(),
  retrieval: values.retrieval && values.pool ? measureRetrieval(values.retrieval, values.pool) : null,
}
console.log(JSON.stringify(figures))

function measureSet(name: string, rows: HeldOutRow[]) {
  const judged = rows.map((row) => ({ ...row, reading: read(row.text) }))
  const asScenarios = judged.map(({ scenario, reading }) => ({ scenario, read: reading.scenario }))
  const urgent = judged.filter(({ emergency }) => emergency)
  const calm = judged.filter(({ emergency }) => !emergency)
  const missed = urgent.filter(({ reading }) => !reading.emergency).length
  const falseAlarms = calm.filter(({ reading }) => reading.emergency).length
  const offices = judged.filter(({ office }) => office)
  const figure = {
    emergencies: urgent.length,
    missed,
    calm: calm.length,
    falseAlarms,
    macroF1: round(macroF1(asScenarios)),
    rightOffice: `${offices.filter(({ office, reading }) => office === reading.office).length}/${offices.length}`,
    confusion: confusionOf(asScenarios),
  }
  console.log(`## ${name}: ${rows.length} messages\n`)
  console.log(`emergencies missed ${missed} of ${urgent.length} (${percent(missed / urgent.length)}), `)
  console.log(`false alarms ${falseAlarms} of ${calm.length} (${percent(falseAlarms / calm.length)}),`)
  console.log(`scenario macro-F1 ${figure.macroF1}, right office ${figure.rightOffice}\n`)
  console.log(`${tellConfusion(asScenarios)}\n\n${tellMistakes(judged)}\n`)
  return figure
}

function measureDev(path: string) {
  const judged = readRows<{ text: string; scenario: string }>(path).map(({ text, scenario }) => ({
    reading: read(text),
    scenario: ours[scenario] ?? (scenario as Scenario),
  }))
  const asScenarios = judged.map(({ scenario, reading }) => ({ scenario, read: reading.scenario }))
  const right = asScenarios.filter((row) => row.scenario === row.read).length
  const alarms = judged.filter(({ reading }) => reading.emergency).length
  console.log(`## ${path.split('/').at(-1)}: ${right} of ${judged.length} right, ${alarms} rang the bell\n`)
  console.log(`${tellConfusion(asScenarios)}\n`)
  return { right, of: judged.length, macroF1: round(macroF1(asScenarios)), alarms }
}

/** Of `near` and `apart` the keywords were written with them in view; only `held` says what a new question meets. */
function measureScripts() {
  return (['near', 'apart', 'held'] as const).map(measureQuestions)
}

function measureQuestions(part: 'near' | 'apart' | 'held') {
  const questions = questionsOf(part)
  const places = questions.map(({ text, codes }) =>
    suggest(text, read(text)).findIndex(({ code }) => codes.includes(code)),
  )
  const first = places.filter((place) => place === 0).length
  const amongThree = places.filter((place) => place >= 0).length
  console.log(
    `## Scripts: of ${questions.length} questions (${part}) the right one first in ${first}, among three in ${amongThree}\n`,
  )
  return { part, questions: questions.length, first, amongThree, share: round(amongThree / questions.length) }
}

/** Reading and suggestions of each message, the better of two runs: what else the machine does counts less. */
function measureTime() {
  const texts = [...inEarnest, ...unseen].map(({ text }) => text)
  const long = Array.from({ length: 60 }, (_, at) =>
    texts
      .slice(at, at + 90)
      .join('，')
      .slice(0, 2000),
  )
  const time = (text: string) => {
    const from = performance.now()
    suggest(text, read(text))
    return performance.now() - from
  }
  const measure = (list: string[]) => {
    for (const text of list) time(text)
    const spent = list.map((text) => Math.min(time(text), time(text))).sort((a, b) => a - b)
    return {
      p50: round(spent[Math.floor(spent.length * 0.5)]!),
      p99: round(spent[Math.floor(spent.length * 0.99)]!),
    }
  }
  const figure = { message: measure(texts), twoThousandLetters: measure(long) }
  console.log(`## Time of reading and suggestions, ms: ${JSON.stringify(figure)}\n`)
  return figure
}

function measureMemory() {
  const heads = [starterModel.scenario, starterModel.office, starterModel.danger, starterModel.kind]
  const weights = heads.reduce((sum, head) => sum + head.weights.byteLength + head.bias.byteLength, 0)
  const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10
  const figure = { weightsMB: megabytes(weights), wholeProcessMB: megabytes(process.memoryUsage.rss()) }
  console.log(`## Memory: weights ${figure.weightsMB} MB; this whole process ${figure.wholeProcessMB} MB\n`)
  return figure
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
