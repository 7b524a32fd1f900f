import type { Tx } from '../../platform/tenancy.ts'
import type { Filter } from './figure.ts'
import { type MatterCondition, matterConditions, mattersQuery, mattersValues } from './matters.ts'
import type { Period } from './periods.ts'

/** How many matters of one kind there are, for every condition. */
export type MatterCell = {
  settlement: string
  scenario: string
  channel: string
  villageId: string | null
  counts: Record<MatterCondition, number>
}

const conditions = Object.keys(matterConditions) as MatterCondition[]
const known = new WeakMap<Tx, Map<string, MatterCell[]>>()

/**
 * The matters of a period counted by settlement, scenario, channel and village, and by every condition at once. Within
 * a transaction the same question is answered once, so that all figures of a page rest on one reading.
 */
export async function matterCells(tx: Tx, period: Period, filter: Filter): Promise<MatterCell[]> {
  const answers = answersOf(tx)
  const key = keyOf(period, filter)
  if (!answers.has(key)) await readCells(tx, [period], filter)
  return answers.get(key)!
}

/** Reads the cells of several periods at once; matterCells then has them at hand. */
export async function readCells(tx: Tx, periods: Period[], filter: Filter): Promise<void> {
  const counts = conditions.map(
    (name) => `count(*) filter (where ${matterConditions[name]})::int as "${name}"`,
  )
  const { rows } = await tx.client.query(
    `with ${mattersQuery}
     select period::int, settlement, scenario, channel, village_id, ${counts.join(', ')} from matters
     group by period, settlement, scenario, channel, village_id`,
    mattersValues(tx, periods, filter),
  )
  periods.forEach((period, index) => {
    const own = rows.filter((row) => row.period === index + 1)
    answersOf(tx).set(keyOf(period, filter), own.map(asCell))
  })
}

function answersOf(tx: Tx): Map<string, MatterCell[]> {
  const answers = known.get(tx) ?? new Map<string, MatterCell[]>()
  known.set(tx, answers)
  return answers
}

function keyOf(period: Period, filter: Filter): string {
  return JSON.stringify([period.from, period.to, period.now, filter])
}

function asCell({
  settlement,
  scenario,
  channel,
  village_id,
  ...counts
}: Record<string, unknown>): MatterCell {
  return { settlement, scenario, channel, villageId: village_id, counts } as MatterCell
}

export function sumOf(cells: MatterCell[], condition: MatterCondition): number {
  return cells.reduce((sum, cell) => sum + cell.counts[condition], 0)
}
