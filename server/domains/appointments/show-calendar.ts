import type { Static } from 'typebox'
import type { CalendarDay, Counter, OpeningSpan } from '../../../contract/appointments.ts'
import { invalid } from '../../platform/errors.ts'
import { addDays } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readOpeningCalendar } from './read-calendar.ts'
import { countsAsWorking, openStretches } from './rules.ts'

const mostDays = 400

/** Every day of a span: does a time limit count it, is the counter open, why, and is the year announced. */
export async function showCalendar(
  tx: Tx,
  from: string,
  until: string,
): Promise<Static<typeof CalendarDay>[]> {
  if (until < from) throw invalid('结束日期在开始日期之前，请重新选择。')
  if (until > addDays(from, mostDays - 1)) throw invalid(`一次最多看 ${mostDays} 天。`)
  const calendar = await readOpeningCalendar(tx, from, until)
  const { rows } = await tx.client.query({
    name: 'read-announced-years',
    text: `select distinct extract(year from day)::int::text as year from calendar_days
           where station_id = $1 and kind = 'off' and official`,
    values: [tx.stationId],
  })
  const announced = new Set(rows.map((row) => row.year))
  const days: Static<typeof CalendarDay>[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const rule = calendar.days.get(day)
    days.push({
      day,
      working: countsAsWorking(calendar, day),
      open: openStretches(calendar, day).length > 0,
      kind: rule?.kind ?? null,
      name: rule?.name ?? null,
      official: announced.has(day.slice(0, 4)),
    })
  }
  return days
}

export async function showOpeningHours(tx: Tx): Promise<Static<typeof OpeningSpan>[]> {
  const { spans } = await readOpeningCalendar(tx, '0001-01-01', '0001-01-01')
  return [...spans]
}

export async function listCounters(tx: Tx): Promise<Static<typeof Counter>[]> {
  const rows = await tx.db
    .selectFrom('counters')
    .select(['id', 'name', 'closedAt'])
    .where('stationId', '=', tx.stationId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, closedAt: row.closedAt?.toISOString() ?? null }))
}
