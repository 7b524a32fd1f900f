import { entriesConsumer } from '../../server/domains/search/index-entries.ts'
import type { Tx } from '../../server/platform/tenancy.ts'

const held = ['reactions', 'search', entriesConsumer]

/** Behind every event there can be. */
const beyond = '18446744073709551615.ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A running server must not act on the history while it is written, nor index it a second time. */
export async function holdConsumers(tx: Tx): Promise<void> {
  await tx.client.query(
    `insert into feed_cursors (station_id, consumer, feed_cursor) select $1, unnest($3::text[]), $2
     on conflict (station_id, consumer) do update set feed_cursor = excluded.feed_cursor`,
    [tx.stationId, beyond, held],
  )
}

/**
 * From here on they go on with what comes. The newest event is enough, settled or not: until now nobody but the
 * loader wrote here, so nothing older can appear behind it.
 */
export async function releaseConsumers(tx: Tx): Promise<void> {
  await tx.client.query(
    `update feed_cursors c set feed_cursor = e.xact || '.' || e.id, moved_at = clock_timestamp()
     from (select xact, id from events where station_id = $1 order by xact desc, id desc limit 1) e
     where c.station_id = $1 and c.consumer = any ($2::text[])`,
    [tx.stationId, held],
  )
}
