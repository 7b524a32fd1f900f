import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Office, type Scenario, scenarios } from '../contract/vocabulary.ts'
import { gatherSentences } from '../server/domains/inbox/triage/gather-sentences.ts'
import { heldOutCalm, heldOutEmergencies } from '../server/domains/inbox/triage/held-out/dangers.ts'
import { heldOutOffices, heldOutScenarios } from '../server/domains/inbox/triage/held-out/scenarios.ts'
import { unmetCalm, unmetEmergencies } from '../server/domains/inbox/triage/held-out/unmet-dangers.ts'
import { readDanger } from '../server/domains/inbox/triage/read-danger.ts'
import { readLetters } from '../server/domains/inbox/triage/read-letters.ts'
import { readMessage } from '../server/domains/inbox/triage/read-message.ts'

/**
 * `node bench/triage.ts [--set questions.jsonl] [--show]`: how well and how fast messages are read. Prints one JSON
 * line a measurement. `--set` names a file of {text, scenario} lines; it is only measured, never learned from.
 */
const { values } = parseArgs({ options: { set: { type: 'string' }, show: { type: 'boolean' } } })
const read = (text: string) => readMessage({ text, villages: [] })
type Labelled = { text: string; scenario: Scenario; office?: Office }

const own: Labelled[] = [
  ...Object.entries(heldOutScenarios).flatMap(([scenario, texts]) =>
    texts.map((text) => ({ text, scenario: scenario as Scenario })),
  ),
  ...Object.entries(heldOutOffices).flatMap(([office, texts]) =>
    texts.map((text) => ({ text, scenario: 'other_office' as const, office: office as Office })),
  ),
]
measureScenarios('held-out scenarios', own)
if (values.set && existsSync(values.set))
  measureScenarios(values.set.split('/').at(-1)!, readLines(values.set))
measureDangers('held-out dangers', heldOutEmergencies, heldOutCalm)
measureDangers('unmet dangers', unmetEmergencies, unmetCalm)
measureDangers('both', [...heldOutEmergencies, ...unmetEmergencies], [...heldOutCalm, ...unmetCalm])
measureSpeed()

function print(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line))
}

function readLines(path: string): Labelled[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ text, scenario }) => ({ text, scenario: scenario === 'antifraud' ? 'anti_fraud' : scenario }))
}

function measureScenarios(name: string, rows: Labelled[]): void {
  const labels: Record<string, string> = {}
  const shares: number[] = []
  let right = 0
  for (const scenario of scenarios) {
    const of = rows.filter((row) => row.scenario === scenario)
    if (of.length === 0) continue
    const hits = of.filter((row) => read(row.text).scenario === scenario)
    labels[scenario] = `${hits.length}/${of.length}`
    shares.push(hits.length / of.length)
    right += hits.length
    if (values.show)
      for (const row of of)
        if (!hits.includes(row)) console.log('  ', scenario, '→', read(row.text).scenario, row.text)
  }
  const withOffice = rows.filter((row) => row.office)
  const offices = withOffice.filter((row) => read(row.text).office === row.office).length
  const macro = percent(shares.reduce((sum, share) => sum + share, 0) / shares.length)
  const alarms = rows.filter((row) => read(row.text).emergency).length
  const office = withOffice.length > 0 ? `${offices}/${withOffice.length}` : null
  print({
    id: name,
    accuracy: percent(right / rows.length),
    macro,
    labels,
    office,
    emergencies: `${alarms}/${rows.length}`,
  })
}

function measureDangers(name: string, emergencies: string[], calm: string[]): void {
  const heard = emergencies.filter((text) => read(text).emergency)
  const rung = calm.filter((text) => read(text).emergency)
  const byWords = emergencies.filter((text) => readDanger(readLetters(text)).emergency).length
  if (values.show) {
    for (const text of emergencies) if (!heard.includes(text)) console.log('  missed', text)
    for (const text of rung) console.log('  rang for', text)
  }
  print({
    id: name,
    recall: `${heard.length}/${emergencies.length}`,
    precision: percent(heard.length / (heard.length + rung.length)),
    falseAlarms: `${rung.length}/${calm.length}`,
    byWordsAlone: byWords,
  })
}

/** Wall time of one reading: for each message the best of five, so that other work on the machine counts little. */
function measureSpeed(): void {
  const villages = ['青泉社区', '永盛村', '鹊山村', '二泉村', '玉新村', '梅鸣村', '大成桥村', '成功塘村'].map(
    (name) => ({
      id: name,
      names: [name],
    }),
  )
  const texts = gatherSentences().map((sentence) => sentence.text)
  const long = Array.from({ length: 200 }, (_, at) =>
    texts
      .slice(at * 12, at * 12 + 200)
      .join('，')
      .slice(0, 2000),
  )
  const time = (text: string) => {
    const start = process.hrtime.bigint()
    readMessage({ text, villages })
    return Number(process.hrtime.bigint() - start) / 1000
  }
  for (const [name, list] of Object.entries({ 'one message': texts, '2,000 letters': long })) {
    for (const text of list) time(text)
    const first = list.map(time).sort((a, b) => a - b)
    const best = list.map((text) => Math.min(time(text), time(text), time(text), time(text), time(text)))
    best.sort((a, b) => a - b)
    const at = (sorted: number[], share: number) => Math.round(sorted[Math.floor(sorted.length * share)]!)
    print({
      id: `${name}, µs`,
      p50: at(best, 0.5),
      p99: at(best, 0.99),
      rawP50: at(first, 0.5),
      rawP99: at(first, 0.99),
    })
  }
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}
