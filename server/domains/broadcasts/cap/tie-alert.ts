import { notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** Writes down of which alert a broadcast was made, in the transaction that makes it. */
export async function tieAlert(tx: Tx, actor: Actor, alertId: string, broadcastId: string): Promise<void> {
  const { rowCount } = await tx.client.query(
    `insert into cap_broadcasts (station_id, broadcast_id, alert_id, made_by)
     select $1, $2, a.id, $4 from cap_alerts a where a.station_id = $1 and a.id = $3`,
    [tx.stationId, broadcastId, alertId, actor.id],
  )
  if (rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [
    { name: 'cap_alert.passed_on', subject: { kind: 'cap_alert', id: alertId }, data: { broadcastId } },
  ])
}
