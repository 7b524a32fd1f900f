import type { PublicHolidays } from '../../../contract/public-holidays.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { announceCalendar } from './configure-days.ts'
import { findYearFault } from './holiday-faults.ts'

/**
 * Takes the yearly notice in: it replaces what was known of that year's holidays. The station's own closures stay and
 * stand on the new days, except where the day is free now anyway. Throws `invalid` with what cannot be true of a year.
 */
export async function setPublicHolidays(
  tx: Tx,
  actor: Actor,
  year: number,
  { days, official = true }: PublicHolidays,
): Promise<void> {
  const fault = findYearFault(year, days)
  if (fault) throw invalid(fault)
  const list = [days.map(({ day }) => day), days.map(({ kind }) => kind), days.map(({ name }) => name.trim())]
  const listed = 'unnest($3::date[], $4::text[], $5::text[]) as d(day, kind, name)'
  const values = [tx.stationId, year, ...list]
  await tx.client.query(
    `update calendar_days c set make_up_name =
       (select d.name from ${listed} where d.day = c.day and d.kind = 'workday')
     where c.station_id = $1 and extract(year from c.day) = $2 and c.kind = 'closed'`,
    values,
  )
  // A closed Saturday that is no workday any more is free, unless the station opens on Saturdays.
  await tx.client.query(
    `delete from calendar_days c where c.station_id = $1 and extract(year from c.day) = $2 and (c.kind <> 'closed'
       or exists (select from ${listed} where d.day = c.day and d.kind = 'off')
       or (extract(isodow from c.day) > 5 and c.make_up_name is null and not exists (
         select from opening_hours h where h.station_id = $1 and h.weekday = extract(isodow from c.day))))`,
    values,
  )
  await tx.client.query(
    `insert into calendar_days (station_id, day, kind, name, official)
     select $1, d.day, d.kind, d.name, $6 from ${listed} where extract(year from d.day) = $2
     on conflict (station_id, day) do nothing`,
    [...values, official],
  )
  await announceCalendar(tx, actor, { year, official, days: days.length })
}
