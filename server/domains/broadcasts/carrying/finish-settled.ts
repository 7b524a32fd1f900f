import { writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/**
 * Ends a broadcast of which nothing is open any more, once. Whoever starts one that asks nothing of WeCom calls it too.
 * One that was called off, corrected or withdrawn meanwhile stays so.
 */
export async function finishSettled(tx: Tx, broadcastId: string): Promise<void> {
  // Two tasks that end in the same moment see one another: the second waits for the first.
  await tx.client.query({
    name: 'lock-broadcast',
    text: `select pg_advisory_xact_lock(hashtextextended('finish ' || $1::text, 0))`,
    values: [broadcastId],
  })
  const { rowCount } = await tx.client.query({
    name: 'finish-broadcast',
    text: `insert into broadcast_steps (station_id, id, broadcast_id, version, step)
      select $1, $3, $2, s.version, 'finished' from broadcast_steps s
      where s.station_id = $1 and s.broadcast_id = $2 and s.step = 'started'
        and not exists (select from broadcast_steps x where x.station_id = $1 and x.broadcast_id = $2
          and x.step in ('finished', 'cancelled', 'corrected', 'withdrawn'))
        and not exists (select from broadcast_tasks t where t.station_id = $1 and t.broadcast_id = $2
          and t.state in ('waiting', 'asking', 'asked'))
      on conflict do nothing`,
    values: [tx.stationId, broadcastId, newId()],
  })
  if (rowCount !== 1) return
  await writeEvents(tx, { kind: 'system', id: null }, [
    { name: 'broadcast.finished', subject: { kind: 'broadcast', id: broadcastId } },
  ])
}
