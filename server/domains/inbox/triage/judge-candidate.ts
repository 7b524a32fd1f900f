import type { ReadingFigures } from '../../../../contract/triage-models.ts'
import { scenarios } from '../../../../contract/vocabulary.ts'
import type { HeldOutRow } from './held-out-rows.ts'
import type { TriageModel } from './model.ts'
import { type Reading, readMessage } from './read-message.ts'

/** How much the macro-F1 on the labelled set may fall for the sake of the station's own corrections. */
const mostLost = 0.01

export function measureModel(rows: HeldOutRow[], model: TriageModel): ReadingFigures {
  const judged = rows.map((row) => ({ row, reading: readMessage({ text: row.text, villages: [] }, model) }))
  const confusion = scenarios.map((truth) =>
    scenarios.map(
      (read) =>
        judged.filter(({ row, reading }) => row.scenario === truth && reading.scenario === read).length,
    ),
  )
  const count = (of: (row: HeldOutRow, reading: Reading) => boolean) =>
    judged.filter(({ row, reading }) => of(row, reading)).length
  return {
    emergencies: count((row) => row.emergency),
    missed: count((row, reading) => row.emergency && !reading.emergency),
    calm: count((row) => !row.emergency),
    falseAlarms: count((row, reading) => !row.emergency && reading.emergency),
    right: count((row, reading) => row.scenario === reading.scenario),
    macroF1: macroF1(confusion),
    confusion,
  }
}

/** Why a candidate may not be put into use, in words for the person who asked; null when it may. */
export function refuseCandidate(before: ReadingFigures, after: ReadingFigures): string | null {
  if (after.missed > before.missed) return `漏掉的急事从${before.missed}件变成${after.missed}件，不能启用。`
  if (after.falseAlarms > before.falseAlarms + Math.ceil(before.calm * 0.01))
    return `误报的急事从${before.falseAlarms}件变成${after.falseAlarms}件，不能启用。`
  if (after.macroF1 < before.macroF1 - mostLost)
    return `在考题上分类变差了（${percent(before.macroF1)}变成${percent(after.macroF1)}），不能启用。`
  return null
}

/** What a model reads wrongly, the worst first: emergencies missed, bells rung for nothing, then the surest mistakes. */
export function worstMistakes(rows: HeldOutRow[], model: TriageModel, most: number) {
  return rows
    .map((row) => ({ ...row, reading: readMessage({ text: row.text, villages: [] }, model) }))
    .map((row) => ({ ...row, weight: weigh(row, row.reading) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ text, scenario, emergency, reading }) => ({ text, scenario, read: reading.scenario, emergency }))
}

function weigh(row: HeldOutRow, reading: Reading): number {
  if (row.emergency !== reading.emergency) return row.emergency ? 3 : 2
  return row.scenario === reading.scenario ? 0 : reading.confidence
}

/** The mean over the scenarios that occur of 2·right ÷ (told + read). */
function macroF1(confusion: number[][]): number {
  const shares = confusion.flatMap((line, at) => {
    const told = line.reduce((sum, count) => sum + count, 0)
    const read = confusion.reduce((sum, other) => sum + other[at]!, 0)
    return told === 0 ? [] : [(2 * line[at]!) / (told + read)]
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
  return Math.round(mean * 1000) / 1000
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
