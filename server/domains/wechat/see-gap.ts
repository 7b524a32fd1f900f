import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Somebody has taken note that messages of this time may be gone, and does what can be done (tell the village). */
export async function seeGap(tx: Tx, actor: Actor, id: string): Promise<{ done: true }> {
  const { rowCount } = await tx.client.query(
    `update kf_gaps set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $3)
     where station_id = $1 and id = $2`,
    [tx.stationId, id, actor.id],
  )
  if (rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [{ name: 'wechat.gap_seen', subject: { kind: 'kf_gap', id } }])
  return { done: true }
}
