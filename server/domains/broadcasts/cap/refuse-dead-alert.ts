import { conflict } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { toLine } from './alert-rows.ts'
import { findAlert } from './find-alert.ts'
import { capRefusals } from './standing.ts'

/** Throws when the alert a broadcast was made of has expired, was replaced or cancelled while it waited to be approved. */
export async function refuseDeadAlert(tx: Tx, broadcastId: string, now: Date): Promise<void> {
  const { rows } = await tx.client.query(
    'select alert_id from cap_broadcasts where station_id = $1 and broadcast_id = $2',
    [tx.stationId, broadcastId],
  )
  if (!rows[0]) return
  const refusal = capRefusals[toLine(await findAlert(tx, rows[0].alert_id), now).standing]
  if (refusal) throw conflict(refusal)
}
