import { feedStart, readFeed } from '../../platform/events/read-feed.ts'
import { gramsOf } from '../../platform/search/grams.ts'
import { monthSalt, saltGrams } from '../../platform/search/salt.ts'
import { soundGramsOf } from '../../platform/search/sounds.ts'
import type { Tx } from '../../platform/tenancy.ts'

const pageSize = 200
const spoken = new Set(['message.received', 'message.captured', 'message.sent', 'note.written'])

/**
 * Makes the next messages of the feed searchable; returns how many events it read (0: nothing to do, or another
 * process is at it). The cursor moves in the same transaction, so none is left out and none is done twice.
 */
export async function indexMessages(tx: Tx): Promise<number> {
  await tx.client.query(
    `insert into feed_cursors (station_id, consumer, feed_cursor) values ($1, 'search', $2) on conflict do nothing`,
    [tx.stationId, feedStart],
  )
  const { rows } = await tx.client.query(
    `select feed_cursor from feed_cursors where station_id = $1 and consumer = 'search' for update skip locked`,
    [tx.stationId],
  )
  if (!rows[0]) return 0
  const page = await readFeed(tx, rows[0].feed_cursor, pageSize)
  if (page.events.length === 0) return 0
  const ids = page.events.filter((event) => spoken.has(event.name)).map((event) => event.subjectId)
  await indexByIds(tx, ids)
  await tx.client.query(
    `update feed_cursors set feed_cursor = $2, moved_at = clock_timestamp() where station_id = $1 and consumer = 'search'`,
    [tx.stationId, page.cursor],
  )
  return page.events.length
}

/** Of the newest message without sounds on, so many: those that came before there was an index of sounds. Returns how many it read. */
export async function indexOlderSounds(tx: Tx): Promise<number> {
  // Ids are in the order of time. What comes is indexed as it comes, so what lies before the oldest indexed one is missing.
  const { rows } = await tx.client.query(
    `select id, body, received_at from messages where station_id = $1 and id < coalesce(
       (select message_id from message_sounds where station_id = $1 order by message_id limit 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
     order by id desc limit $2`,
    [tx.stationId, pageSize],
  )
  await indexSounds(tx, rows)
  return rows.length
}

async function indexSounds(tx: Tx, rows: { id: string; body: string; received_at: Date }[]): Promise<void> {
  await tx.client.query(
    `insert into message_sounds (station_id, message_id, received_at, sounds)
     select $1, s.id, s.received_at, s.sounds::int[] from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as s(id, received_at, sounds)
     on conflict do nothing`,
    [
      tx.stationId,
      rows.map((row) => row.id),
      rows.map((row) => row.received_at),
      rows.map((row) => salted(tx, row, soundGramsOf(row.body))),
    ],
  )
}

async function indexByIds(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await tx.client.query(
    `select id, body, received_at from messages where station_id = $1 and id = any($2::uuid[]) and body <> ''`,
    [tx.stationId, ids],
  )
  await indexSounds(tx, rows)
  await tx.client.query(
    `insert into message_grams (station_id, message_id, received_at, grams)
     select $1, g.id, g.received_at, g.grams::int[] from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as g(id, received_at, grams)
     on conflict do nothing`,
    [
      tx.stationId,
      rows.map((row) => row.id),
      rows.map((row) => row.received_at),
      rows.map((row) => salted(tx, row, gramsOf(row.body))),
    ],
  )
}

function salted(tx: Tx, { received_at }: { received_at: Date }, grams: number[]): string {
  return `{${saltGrams(grams, monthSalt(tx.stationId, received_at)).join(',')}}`
}
