import type { Tx } from '../../platform/tenancy.ts'
import { joinShifts, type StaffedTime } from './staffed-time.ts'

/** When somebody was planned at the desk, where messages are answered, between two moments. */
export async function readStaffedTime(tx: Tx, start: Date, end: Date): Promise<StaffedTime> {
  const { rows } = await tx.client.query(
    `select (extract(epoch from starts_at) * 1000)::float8 as "from", (extract(epoch from ends_at) * 1000)::float8 as until
     from duty_shifts where station_id = $1 and kind = 'desk' and starts_at < $3 and ends_at > $2`,
    [tx.stationId, start, end],
  )
  return joinShifts(rows)
}
