import type { PublicHolidays } from '../../../contract/appointments.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { endOfDay, startOfDay, stationDay, weekdayOf } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { daysOfYears } from './load-calendar.ts'
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
     on conflict (station_id, day) do update set kind = 'closed', name = excluded.name, official = true`,
    [tx.stationId, day, closure.name.trim()],
  )
  await announce(tx, actor, { closed: day })
  const { rows } = await tx.client.query(
    `select count(*)::int as booked from appointments
     where station_id = $1 and status = 'booked' and starts_at >= $2 and starts_at < $3`,
    [tx.stationId, startOfDay(day), endOfDay(day)],
  )
  return rows[0].booked
}

/** Takes a closure back. One on a weekend stood in the place of a make-up workday, which comes back. */
export async function reopenDay(tx: Tx, actor: Actor, day: string): Promise<void> {
  const { rowCount } = await tx.client.query(
    `delete from calendar_days where station_id = $1 and day = $2 and kind = 'closed'`,
    [tx.stationId, day],
  )
  if (rowCount === 0) throw notFound()
  if (weekdayOf(day) > 5) {
    const known = daysOfYears().get(day)
    const name = known?.kind === 'workday' ? known.name : '调休上班'
    await tx.db
      .insertInto('calendarDays')
      .values({ stationId: tx.stationId, day, kind: 'workday', name })
      .execute()
  }
  await announce(tx, actor, { reopened: day })
}

/**
 * Takes the yearly notice in: it replaces what was known of that year's holidays. The station's own closures stay,
 * except on days that are free now anyway.
 */
export async function setPublicHolidays(
  tx: Tx,
  actor: Actor,
  year: number,
  { days }: PublicHolidays,
): Promise<void> {
  if (days.some(({ day }) => !day.startsWith(`${year}-`)))
    throw invalid(`里面有不是 ${year} 年的日期，请检查。`)
  if (new Set(days.map(({ day }) => day)).size < days.length) throw invalid('同一个日期出现了两次，请检查。')
  const wrong = days.find(({ day, kind }) => kind === 'workday' && weekdayOf(day) <= 5)
  if (wrong) throw invalid(`${wrong.day} 不是周六、周日，不用设成调休上班。`)
  const works = days.filter(({ kind }) => kind === 'workday').map(({ day }) => day)
  const offs = days.filter(({ kind }) => kind === 'off').map(({ day }) => day)
  await tx.client.query(
    `delete from calendar_days where station_id = $1 and extract(year from day) = $2 and (kind <> 'closed'
       or day = any($3::date[]) or (extract(isodow from day) > 5 and not day = any($4::date[])))`,
    [tx.stationId, year, offs, works],
  )
  await tx.client.query(
    `insert into calendar_days (station_id, day, kind, name)
     select $1, d.day, d.kind, d.name from unnest($2::date[], $3::text[], $4::text[]) as d(day, kind, name)
     on conflict (station_id, day) do nothing`,
    [
      tx.stationId,
      days.map(({ day }) => day),
      days.map(({ kind }) => kind),
      days.map(({ name }) => name.trim()),
    ],
  )
  await announce(tx, actor, { year })
}

async function announce(tx: Tx, actor: Actor, data: Record<string, unknown>): Promise<void> {
  await writeEvents(tx, actor, [
    { name: 'calendar.changed', subject: { kind: 'station', id: tx.stationId }, data },
  ])
}
