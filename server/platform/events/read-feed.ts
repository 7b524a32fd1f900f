import type { EventName } from '../../../contract/event-names.ts'
import type { Tx } from '../tenancy.ts'

export type FeedEvent = {
  cursor: string
  id: string
  name: EventName
  actorKind: 'officer' | 'resident' | 'system'
  actorId: string | null
  subjectKind: string
  subjectId: string
  conversationId: string | null
  contactId: string | null
  villageId: string | null
  data: Record<string, unknown>
  at: Date
}

export type FeedPage = {
  events: FeedEvent[]
  /** Where to read on; equals the given cursor when there was nothing. */
  cursor: string
  /** Committed events exist that an older running transaction still holds back: read again soon. */
  heldBack: boolean
}

/** The place before every event. */
export const feedStart = '0.00000000-0000-0000-0000-000000000000'

const form = /^(\d{1,20})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

export function isCursor(text: string): boolean {
  return form.test(text)
}

/**
 * Events after a cursor, in an order in which nothing can appear behind the reader's back: by transaction number,
 * and only those below the oldest transaction still running (pg_snapshot_xmin), since a lower number can commit later.
 */
export async function readFeed(tx: Tx, cursor: string, limit: number): Promise<FeedPage> {
  const [, xact, id] = form.exec(cursor) ?? form.exec(feedStart)!
  const { rows } = await tx.client.query({
    name: 'read-feed',
    // Ordered by the columns of the table: a bare name would mean the text of the answer, where 100 comes before 99.
    text: `select xact::text, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id,
             village_id, data, at, xact < pg_snapshot_xmin(pg_current_snapshot()) as settled
           from events where station_id = $1 and (xact, id) > ($2::text::xid8, $3::uuid) order by events.xact, events.id limit $4`,
    values: [tx.stationId, xact, id, limit],
  })
  const settled = rows.filter((row) => row.settled)
  const events = settled.map((row) => ({
    cursor: `${row.xact}.${row.id}`,
    id: row.id,
    name: row.name,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    villageId: row.village_id,
    data: row.data,
    at: row.at,
  }))
  return { events, cursor: events.at(-1)?.cursor ?? cursor, heldBack: settled.length < rows.length }
}

/** The cursor of the newest settled event: where a reader begins that wants only what comes. */
export async function readFeedEnd(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query({
    name: 'read-feed-end',
    text: `select xact::text, id from events where station_id = $1 and xact < pg_snapshot_xmin(pg_current_snapshot())
           order by events.xact desc, events.id desc limit 1`,
    values: [tx.stationId],
  })
  return rows[0] ? `${rows[0].xact}.${rows[0].id}` : feedStart
}

/** Whether more than so many events came after a cursor. */
export async function isFarBehind(tx: Tx, cursor: string, most: number): Promise<boolean> {
  const [, xact, id] = form.exec(cursor) ?? form.exec(feedStart)!
  const { rows } = await tx.client.query({
    name: 'is-far-behind',
    text: `select 1 from events where station_id = $1 and (xact, id) > ($2::text::xid8, $3::uuid)
           order by events.xact, events.id offset $4 limit 1`,
    values: [tx.stationId, xact, id, most],
  })
  return rows.length > 0
}
