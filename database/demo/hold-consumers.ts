import type { Pool } from '../../server/platform/database/pool.ts'
import { skipReactions } from '../../server/platform/jobs/dispatch-events.ts'
import { inStation, type Tx } from '../../server/platform/tenancy.ts'

/** Behind every event there can be. */
const beyond = '18446744073709551615.ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A running server must not act on the history while it is written, nor index it a second time. */
export async function holdConsumers(tx: Tx): Promise<void> {
  await tx.client.query(
    `insert into feed_cursors (station_id, consumer, feed_cursor) select $1, unnest(array['reactions', 'search']), $2
     on conflict (station_id, consumer) do update set feed_cursor = excluded.feed_cursor`,
    [tx.stationId, beyond],
  )
}

/** From here on they go on with what comes. */
export async function releaseConsumers(tx: Tx): Promise<void> {
  await skipReactions(tx)
  await tx.client.query(
    `update feed_cursors s set feed_cursor = r.feed_cursor from feed_cursors r
     where s.station_id = $1 and s.consumer = 'search' and r.station_id = $1 and r.consumer = 'reactions'`,
    [tx.stationId],
  )
}

const settleMs = 30_000

/** Events written a moment ago can still stand behind an older transaction of the cluster; a skip would miss them. */
export async function waitUntilSettled(pool: Pool, stationId: string): Promise<void> {
  for (const limit = Date.now() + settleMs; Date.now() < limit; ) {
    const settled = await inStation(pool, stationId, async (tx) => {
      const { rows } = await tx.client.query(
        `select not exists (select from events where station_id = $1 and xact >= pg_snapshot_xmin(pg_current_snapshot())) as yes`,
        [stationId],
      )
      return rows[0].yes as boolean
    })
    if (settled) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
