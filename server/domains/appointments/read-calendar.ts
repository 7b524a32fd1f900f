import type { Tx } from '../../platform/tenancy.ts'
import type { OpeningCalendar } from './rules.ts'

/** The weekly hours and the days between `from` and `until` (both counted) that differ from them. */
export async function readOpeningCalendar(tx: Tx, from: string, until: string): Promise<OpeningCalendar> {
  const spans = await tx.client.query({
    name: 'read-opening-hours',
    text: `select weekday::int, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
           from opening_hours where station_id = $1 order by weekday, opens`,
    values: [tx.stationId],
  })
  const days = await tx.client.query({
    name: 'read-calendar-days',
    text: `select day, kind, name, official, make_up_name from calendar_days where station_id = $1 and day between $2 and $3`,
    values: [tx.stationId, from, until],
  })
  return {
    spans: spans.rows,
    days: new Map(
      days.rows.map(({ day, kind, name, official, make_up_name }) => [
        day,
        { kind, name, official, makeUpName: make_up_name },
      ]),
    ),
  }
}
