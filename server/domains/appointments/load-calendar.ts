import { addDays } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type HolidayYear, holidayYears } from './holidays.ts'
import type { DayRule } from './rules.ts'

/** The days of holidays.ts that differ from Monday to Friday, by day. */
export function daysOfYears(years: readonly HolidayYear[] = holidayYears): Map<string, DayRule> {
  const days = new Map<string, DayRule>()
  for (const { year, official, spans } of years) {
    for (const [name, first, last, makeUp = []] of spans) {
      for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) {
        days.set(day, { kind: 'off', name, official })
      }
      for (const day of makeUp) {
        days.set(`${year}-${day}`, { kind: 'workday', name: `${name}调休上班`, official })
      }
    }
  }
  return days
}

/**
 * Puts the public holidays into a station's calendar. Days the station closed itself stay, and so does what a notice
 * has already made official.
 */
export async function loadCalendar(tx: Tx): Promise<void> {
  const days = [...daysOfYears()]
  const workdays = days.filter(([, rule]) => rule.kind === 'workday')
  await tx.client.query(
    `update calendar_days c set make_up_name = d.name from unnest($2::date[], $3::text[]) as d(day, name)
     where c.station_id = $1 and c.day = d.day and c.kind = 'closed' and c.make_up_name is null`,
    [tx.stationId, workdays.map(([day]) => day), workdays.map(([, rule]) => rule.name)],
  )
  await tx.client.query(
    `insert into calendar_days (station_id, day, kind, name, official)
     select $1, d.day, d.kind, d.name, d.official
     from unnest($2::date[], $3::text[], $4::text[], $5::boolean[]) as d(day, kind, name, official)
     on conflict (station_id, day) do update
       set kind = excluded.kind, name = excluded.name, official = excluded.official
       where not calendar_days.official and calendar_days.kind <> 'closed'`,
    [
      tx.stationId,
      days.map(([day]) => day),
      days.map(([, rule]) => rule.kind),
      days.map(([, rule]) => rule.name),
      days.map(([, rule]) => rule.official),
    ],
  )
}
