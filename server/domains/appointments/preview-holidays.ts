import type { HolidayDay, HolidayPreview, HolidayYear } from '../../../contract/public-holidays.ts'
import { endOfDay, startOfDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readHolidayList } from './read-holiday-list.ts'

type Known = { kind: 'off' | 'workday'; name: string }

/** What a list would change of the station's calendar. Saves nothing; throws `invalid` like readHolidayList. */
export async function previewHolidays(tx: Tx, text: string, now = new Date()): Promise<HolidayPreview> {
  const years: HolidayPreview['years'] = []
  for (const { year, official, days } of readHolidayList(text)) {
    const known = await readHolidayYear(tx, year)
    const changes = changesBetween(known.days, days)
    const freed = changes.filter(({ before, after }) => after?.kind === 'off' || before?.kind === 'workday')
    years.push({
      year,
      official,
      officialNow: known.official,
      days,
      changes,
      booked: await countBooked(
        tx,
        freed.map(({ day }) => day),
        now,
      ),
    })
  }
  return { years }
}

/** The year as the station has it, a closed make-up workday among the workdays. Not official when nothing is known. */
export async function readHolidayYear(tx: Tx, year: number): Promise<HolidayYear> {
  const { rows } = await tx.client.query({
    name: 'read-holiday-year',
    text: `select day::text, coalesce(make_up_name, name) as name, kind = 'off' as off, official from calendar_days
           where station_id = $1 and extract(year from day) = $2 and (kind <> 'closed' or make_up_name is not null)
           order by day`,
    values: [tx.stationId, year],
  })
  return {
    year,
    official: rows.some(({ off, official }) => off && official),
    days: rows.map(({ day, name, off }) => ({ day, name, kind: off ? 'off' : 'workday' })),
  }
}

function changesBetween(before: readonly HolidayDay[], after: readonly HolidayDay[]) {
  const [was, becomes] = [byDay(before), byDay(after)]
  return [...new Set([...was.keys(), ...becomes.keys()])]
    .sort()
    .map((day) => ({ day, before: was.get(day) ?? null, after: becomes.get(day) ?? null }))
    .filter(({ before: a, after: b }) => a?.kind !== b?.kind || a?.name !== b?.name)
}

function byDay(days: readonly HolidayDay[]): Map<string, Known> {
  return new Map(days.map(({ day, kind, name }) => [day, { kind, name }]))
}

async function countBooked(tx: Tx, days: string[], now: Date): Promise<number> {
  const { rows } = await tx.client.query(
    `select count(*)::int as booked from appointments a
     join unnest($2::timestamptz[], $3::timestamptz[]) as d(starts, ends) on a.starts_at >= d.starts and a.starts_at < d.ends
     where a.station_id = $1 and a.status = 'booked' and not a.walk_in and a.starts_at > $4`,
    [tx.stationId, days.map(startOfDay), days.map(endOfDay), now],
  )
  return rows[0].booked
}
