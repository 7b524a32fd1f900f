import type { Tx } from '../../platform/tenancy.ts'
import type { WorkCalendar } from '../../platform/working-days.ts'

/**
 * The public holidays and make-up workdays. The station's own closing days do not count: a limit set by law does not
 * stand still because the counter is shut. One on a make-up workday leaves that day the workday it is.
 */
export async function readCalendar(tx: Tx): Promise<WorkCalendar> {
  const { rows } = await tx.client.query({
    name: 'read-work-calendar',
    text: `select day::text, kind <> 'off' as works from calendar_days
           where station_id = $1 and (kind <> 'closed' or make_up_name is not null)`,
    values: [tx.stationId],
  })
  return new Map(rows.map((row) => [row.day, row.works]))
}
