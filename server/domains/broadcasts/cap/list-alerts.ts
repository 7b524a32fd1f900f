import type { CapPage, CapQuery } from '../../../../contract/cap.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { alertRows, toLine } from './alert-rows.ts'

/** The alerts that came in, the newest first. They are public: whoever may read broadcasts reads all of them. */
export async function listAlerts(tx: Tx, query: CapQuery, now = new Date()): Promise<CapPage> {
  const limit = query.limit ?? 50
  const { rows } = await tx.client.query(
    `${alertRows} and ($2::uuid is null or (a.received_at, a.id) <
        (select x.received_at, x.id from cap_alerts x where x.station_id = $1 and x.id = $2))
       and (not $3::boolean or (a.status = 'Actual' and (a.expires_at is null or a.expires_at > $4 or a.msg_type = 'Cancel')))
     order by a.received_at desc, a.id desc limit $5`,
    [tx.stationId, query.after ?? null, query.inForce ?? false, now, limit + 1],
  )
  const lines = rows.slice(0, limit).map((row) => toLine(row, now))
  return {
    // What was replaced or cancelled is known only when the later ones were looked at.
    items: query.inForce ? lines.filter(({ standing }) => standing === 'in_force') : lines,
    next: rows.length > limit ? rows[limit - 1].id : null,
  }
}
