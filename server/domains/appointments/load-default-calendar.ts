import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { loadCalendar } from './load-calendar.ts'

const workdays = [1, 2, 3, 4, 5]
const hours = [
  { opens: '08:30', closes: '12:00' },
  { opens: '14:00', closes: '17:30' },
]
const counterNames = ['1号窗口', '2号窗口']

/** What a new station begins with: public holidays, weekdays with a lunch break, two counters. What it has already stays. */
export async function loadDefaultCalendar(tx: Tx): Promise<void> {
  const { stationId } = tx
  await loadCalendar(tx)
  const known = await tx.db
    .selectFrom('openingHours')
    .select('id')
    .where('stationId', '=', stationId)
    .executeTakeFirst()
  if (!known) {
    const spans = workdays.flatMap((weekday) => hours.map((span) => ({ weekday, ...span })))
    await tx.db
      .insertInto('openingHours')
      .values(spans.map((span) => ({ stationId, id: newId(), ...span })))
      .execute()
  }
  const counter = await tx.db
    .selectFrom('counters')
    .select('id')
    .where('stationId', '=', stationId)
    .executeTakeFirst()
  if (!counter) {
    await tx.db
      .insertInto('counters')
      .values(counterNames.map((name, index) => ({ stationId, id: newId(), name, position: index + 1 })))
      .execute()
  }
}
