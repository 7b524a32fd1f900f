import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { endOfDay, startOfDay, stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readOpeningCalendar } from './read-calendar.ts'
import { openStretches } from './rules.ts'

/** The station closes its counter on a day on which it would be open. Returns how many booked appointments that touches. */
export async function closeDay(
  tx: Tx,
  actor: Actor,
  closure: { day: string; name: string },
  now = new Date(),
): Promise<number> {
  const { day } = closure
  if (day < stationDay(now)) throw invalid('这一天已经过去了。')
  const calendar = await readOpeningCalendar(tx, day, day)
  if (openStretches(calendar, day).length === 0) throw conflict('这一天本来就不办公，不用再设。')
  await tx.client.query(
    `insert into calendar_days (station_id, day, kind, name) values ($1, $2, 'closed', $3)
     on conflict (station_id, day) do update set kind = 'closed', name = excluded.name, official = true,
       make_up_name = case calendar_days.kind when 'workday' then calendar_days.name else calendar_days.make_up_name end`,
    [tx.stationId, day, closure.name.trim()],
  )
  await announceCalendar(tx, actor, { closed: day })
  const { rows } = await tx.client.query(
    `select count(*)::int as booked from appointments
     where station_id = $1 and status = 'booked' and starts_at >= $2 and starts_at < $3`,
    [tx.stationId, startOfDay(day), endOfDay(day)],
  )
  return rows[0].booked
}

/** Takes a closure back. The make-up workday it stood on comes back. */
export async function reopenDay(tx: Tx, actor: Actor, day: string): Promise<void> {
  const { rows } = await tx.client.query(
    `delete from calendar_days where station_id = $1 and day = $2 and kind = 'closed' returning make_up_name as name`,
    [tx.stationId, day],
  )
  if (!rows[0]) throw notFound()
  const { name } = rows[0]
  if (name)
    await tx.db
      .insertInto('calendarDays')
      .values({ stationId: tx.stationId, day, kind: 'workday', name })
      .execute()
  await announceCalendar(tx, actor, { reopened: day })
}

export async function announceCalendar(tx: Tx, actor: Actor, data: Record<string, unknown>): Promise<void> {
  await writeEvents(tx, actor, [
    { name: 'calendar.changed', subject: { kind: 'station', id: tx.stationId }, data },
  ])
}
