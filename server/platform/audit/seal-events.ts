import { feedStart } from '../events/read-feed.ts'
import type { Tx } from '../tenancy.ts'
import { genesis, link, type SealedColumns, sealedColumns } from './chain.ts'

const pageSize = 250
const consumer = 'audit'

export type Head = { position: number; hash: Buffer; cursor: string }

/**
 * Seals the next page of settled events of the station in feed order and returns the new head and how many there
 * were; call it again while that is a full page. Processes that seal at the same moment take turns.
 */
export async function sealEvents(tx: Tx): Promise<Head & { sealed: number; more: boolean }> {
  const head = await lockHead(tx)
  const [xact, id] = head.cursor.split('.')
  const { rows } = await tx.client.query<SealedColumns>({
    name: 'read-unsealed-events',
    text: `select ${sealedColumns} from events e
           where e.station_id = $1 and (e.xact, e.id) > ($2::text::xid8, $3::uuid)
             and e.xact < pg_snapshot_xmin(pg_current_snapshot())
           order by e.xact, e.id limit $4`,
    values: [tx.stationId, xact, id, pageSize],
  })
  const last = rows.at(-1)
  if (!last) return { ...head, sealed: 0, more: false }
  let hash = head.hash
  const hashes = rows.map((event) => {
    hash = link(hash, tx.stationId, event)
    return hash
  })
  await tx.client.query({
    name: 'write-seals',
    text: `insert into audit_seals (station_id, position, event_id, hash)
           select $1, $2::bigint + s.n, s.id, s.hash
           from unnest($3::uuid[], $4::bytea[]) with ordinality as s(id, hash, n)`,
    values: [tx.stationId, head.position, rows.map((event) => event.id), hashes],
  })
  const cursor = `${last.xact}.${last.id}`
  await tx.client.query({
    name: 'move-audit-cursor',
    text: `update feed_cursors set feed_cursor = $3, moved_at = clock_timestamp()
           where station_id = $1 and consumer = $2`,
    values: [tx.stationId, consumer, cursor],
  })
  const position = head.position + rows.length
  return { position, hash, cursor, sealed: rows.length, more: rows.length === pageSize }
}

/** Where the chain stands. Locks it for this transaction. */
export async function lockHead(tx: Tx): Promise<Head> {
  await tx.client.query({
    name: 'begin-audit-cursor',
    text: `insert into feed_cursors (station_id, consumer, feed_cursor) values ($1, $2, $3) on conflict do nothing`,
    values: [tx.stationId, consumer, feedStart],
  })
  const cursor = await tx.client.query({
    name: 'lock-audit-cursor',
    text: 'select feed_cursor from feed_cursors where station_id = $1 and consumer = $2 for update',
    values: [tx.stationId, consumer],
  })
  const { rows } = await tx.client.query({
    name: 'read-last-seal',
    text: 'select position, hash from audit_seals where station_id = $1 order by position desc limit 1',
    values: [tx.stationId],
  })
  return {
    position: rows[0]?.position ?? 0,
    hash: rows[0]?.hash ?? genesis(tx.stationId),
    cursor: cursor.rows[0].feed_cursor,
  }
}
