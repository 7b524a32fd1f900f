import type { Tx } from '../../platform/tenancy.ts'
import { answeringRoles } from './rules.ts'

/** When, after a moment, somebody who answers residents is next rostered at the desk; null when nobody is. */
export async function findNextStaffed(tx: Tx, after: Date): Promise<Date | null> {
  const { rows } = await tx.client.query({
    name: 'find-next-staffed',
    text: `select min(d.starts_at) as at from duty_shifts d
           join active_officers o on o.station_id = d.station_id and o.id = d.officer_id
           where d.station_id = $1 and d.kind = 'desk' and d.starts_at > $2 and o.role = any($3)`,
    values: [tx.stationId, after, answeringRoles],
  })
  return rows[0].at
}
