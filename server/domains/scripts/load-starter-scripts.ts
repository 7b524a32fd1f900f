import type { Tx } from '../../platform/tenancy.ts'
import { createDelivered } from './delivered/create-delivered.ts'
import { deliveredScripts } from './delivered/delivered-scripts.ts'

/**
 * Puts the delivered scripts into a station that does not have them yet (told by their codes) and returns how many.
 * They wait for an officer who reads and approves them; with `approvedBy` they are approved at once (the demo town).
 */
export async function loadStarterScripts(tx: Tx, options: { approvedBy?: string } = {}): Promise<number> {
  // Two at once: the second waits, and finds what the first one loaded.
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('starter scripts ' || $1::text, 0))`, [
    tx.stationId,
  ])
  const { rows } = await tx.client.query(
    'select delivered_code from scripts where station_id = $1 and delivered_code is not null',
    [tx.stationId],
  )
  const known = new Set(rows.map((row) => row.delivered_code))
  const ids = await createDelivered(
    tx,
    deliveredScripts().filter(({ code }) => !known.has(code)),
  )
  if (options.approvedBy)
    await tx.client.query(
      `insert into script_approvals (station_id, script_id, version, approved_by) select $1, unnest($2::uuid[]), 1, $3`,
      [tx.stationId, ids, options.approvedBy],
    )
  return ids.length
}
