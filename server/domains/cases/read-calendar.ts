import type { Tx } from '../../platform/tenancy.ts'
import type { WorkCalendar } from '../../platform/working-days.ts'

/**
 * The public holidays and make-up workdays. The station's own closing days are left out: a limit set by law does not
 * stand still because the counter is shut.
 */
export async function readCalendar(tx: Tx): Promise<WorkCalendar> {
  const { rows } = await tx.client.query({
    name: 'read-work-calendar',
    text: `select day::text, kind = 'workday' as works from calendar_days where station_id = $1 and kind <> 'closed'`,
    values: [tx.stationId],
  })
  return new Map(rows.map((row) => [row.day, row.works]))
}
