import { type FeedEvent, readFeed, readFeedEnd } from '../../platform/events/read-feed.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { indexCases } from '../cases/index-cases.ts'
import { indexContacts, indexResidents } from '../residents/index-people.ts'

/** Raised when entries are made in another way (makeEntry): then all are made again. */
export const entriesConsumer = 'search-entries-2'
const pageSize = 200
const atOnce = 500
/** To have looked changes nothing. */
const looks = /\.(read|searched|listed)$/

const kinds = [
  { table: 'residents', index: indexResidents },
  { table: 'contacts', index: indexContacts },
  { table: 'cases', index: indexCases },
] as const

/**
 * Makes the people and cases that the next events of the feed speak of searchable, as they are now; returns how many
 * events it read (0: nothing to do, or another process is at it). A station that has no index yet gets all of it first.
 * The cursor moves in the same transaction.
 */
export async function indexEntries(tx: Tx): Promise<number> {
  await tx.client.query(
    `insert into feed_cursors (station_id, consumer, feed_cursor) values ($1, $2, '') on conflict do nothing`,
    [tx.stationId, entriesConsumer],
  )
  const { rows } = await tx.client.query(
    'select feed_cursor from feed_cursors where station_id = $1 and consumer = $2 for update skip locked',
    [tx.stationId, entriesConsumer],
  )
  if (!rows[0]) return 0
  if (rows[0].feed_cursor === '') {
    const cursor = await readFeedEnd(tx)
    await indexEverything(tx)
    await moveTo(tx, cursor)
    return 1
  }
  const page = await readFeed(tx, rows[0].feed_cursor, pageSize)
  if (page.events.length === 0) return 0
  const events = page.events.filter(({ name }) => !looks.test(name))
  await indexResidents(tx, subjects(events, 'resident'))
  await indexContacts(
    tx,
    unique([...subjects(events, 'contact'), ...events.map(({ contactId }) => contactId)]),
  )
  await indexCases(tx, subjects(events, 'case'))
  await moveTo(tx, page.cursor)
  return page.events.length
}

/** Everything there is, page by page, in this transaction. */
export async function indexEverything(tx: Tx): Promise<void> {
  for (const { table, index } of kinds) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const { rows } = await tx.client.query(
        `select id from ${table} where station_id = $1 and id > $2 order by id limit ${atOnce}`,
        [tx.stationId, after],
      )
      if (rows.length === 0) break
      await index(
        tx,
        rows.map(({ id }) => id),
      )
      after = rows.at(-1).id
    }
  }
}

async function moveTo(tx: Tx, cursor: string): Promise<void> {
  await tx.client.query(
    `update feed_cursors set feed_cursor = $3, moved_at = clock_timestamp() where station_id = $1 and consumer = $2`,
    [tx.stationId, entriesConsumer, cursor],
  )
}

function subjects(events: FeedEvent[], kind: string): string[] {
  return unique(events.filter((event) => event.subjectKind === kind).map(({ subjectId }) => subjectId))
}

function unique(ids: (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null)
}
