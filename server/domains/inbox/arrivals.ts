import type { Channel } from '../../../contract/vocabulary.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import type { Reading } from './triage/read-message.ts'

/** A message on its way in, complete: the reading is made, the number taken, the assignee looked up. */
export type IncomingMessage = {
  id: string
  contact: { id: string; channel: Channel; name: string; phone: string }
  conversationId: string
  /** The conversation's number: a new one when the message `opens` it. */
  number: string
  opens: boolean
  assigneeId: string | null
  clientKey: string
  body: string
  fileIds: string[]
  sentAt: Date
  toldBy: string | null
  reading: Reading
  actor: { kind: 'officer' | 'resident'; id: string }
  requestId: string | null
}

/** What its sender is told. */
export type TakenMessage = {
  messageId: string
  conversationId: string
  number: string
  receivedAt: Date
  emergency: boolean
  /** False when this key had arrived before: the first one counts. */
  fresh: boolean
  /** Where its row of arrivals lies, until it is filed. */
  place?: string
}

/**
 * Puts a batch on disk in one round trip and one commit. Comes back in its order; null where the same sender and key
 * had arrived before, filed or not.
 */
export async function takeArrivals(
  connection: Pick<Pool, 'query'>,
  stationId: string,
  batch: IncomingMessage[],
): Promise<(TakenMessage | null)[]> {
  const { rows } = await connection.query({
    name: 'take-arrivals',
    text: 'select id, received_at, place from take_arrivals($1, $2)',
    values: [stationId, JSON.stringify(batch.map(arrivalOf))],
  })
  const taken = new Map<string, { received_at: Date; place: string }>(rows.map((row) => [row.id, row]))
  return batch.map((message) => {
    const row = taken.get(message.id)
    return row
      ? {
          messageId: message.id,
          conversationId: message.conversationId,
          number: message.number,
          receivedAt: row.received_at,
          emergency: message.reading.emergency,
          fresh: true,
          place: row.place,
        }
      : null
  })
}

/** What the first message of a sender and key was answered with. */
export async function findTaken(
  pool: Pool,
  stationId: string,
  contactId: string,
  clientKey: string,
): Promise<TakenMessage> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select m.id, m.conversation_id, c.number, m.received_at, coalesce(r.emergency, false) as emergency
       from messages m
       join conversations c on c.station_id = $1 and c.id = m.conversation_id
       left join triage_readings r on r.station_id = $1 and r.message_id = m.id
       where m.station_id = $1 and m.contact_id = $2 and m.client_key = $3
       union all
       select id, (message ->> 'conversation_id')::uuid, message ->> 'number', received_at, (message ->> 'emergency')::boolean
       from arrivals where station_id = $1 and contact_id = $2 and client_key = $3`,
      [stationId, contactId, clientKey],
    ),
  )
  const row = rows[0]
  if (!row) throw new Error('a message that had arrived before is gone')
  return {
    messageId: row.id,
    conversationId: row.conversation_id,
    number: row.number,
    receivedAt: row.received_at,
    emergency: row.emergency,
    fresh: false,
  }
}

/** Whether something of hers is on disk that her pages cannot show yet. */
export async function hasArrivals(tx: Tx, contactId: string): Promise<boolean> {
  const { rows } = await tx.client.query({
    name: 'has-arrivals',
    text: 'select exists (select from arrivals where station_id = $1 and contact_id = $2 and troubled_at is null) as yes',
    values: [tx.stationId, contactId],
  })
  return rows[0].yes
}

function arrivalOf(message: IncomingMessage): Record<string, unknown> {
  return {
    id: message.id,
    contact_id: message.contact.id,
    client_key: message.clientKey,
    message: rowOf(message),
  }
}

/** How many messages have been on disk for so many seconds and are in no conversation. */
export async function countUnfiled(tx: Tx, seconds: number): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'count-unfiled',
    text: `select count(*)::int as n from arrivals where station_id = $1
             and received_at < clock_timestamp() - $2 * interval '1 second'`,
    values: [tx.stationId, seconds],
  })
  return rows[0].n
}

/**
 * The message as `fileArrivals` reads it back, by the names of the columns. Half of a character (an emoji cut by a phone, or by
 * our preview) is not text to PostgreSQL.
 */
function rowOf(message: IncomingMessage): Record<string, unknown> {
  const { contact, reading, actor } = message
  return {
    id: message.id,
    event_id: newId(),
    conversation_id: message.conversationId,
    number: message.number,
    opens: message.opens,
    contact_id: contact.id,
    channel: contact.channel,
    name: contact.name.toWellFormed(),
    phone: contact.phone,
    client_key: message.clientKey,
    body: message.body.toWellFormed(),
    preview: previewOf(message).toWellFormed(),
    file_ids: message.fileIds,
    sent_at: message.sentAt,
    told_by: message.toldBy?.toWellFormed() ?? null,
    assignee_id: message.assigneeId,
    actor_kind: actor.kind,
    actor_id: actor.id,
    request_id: message.requestId,
    emergency: reading.emergency,
    scenario: reading.scenario,
    office: reading.office,
    village_id: reading.villageId,
    confidence: reading.confidence,
    reasons: reading.reasons,
    version: reading.version,
  }
}

/** What the inbox shows of a message in its list: its first characters, or what it carries. */
function previewOf(message: IncomingMessage): string {
  const text = message.body.replace(/\s+/g, ' ').trim().slice(0, 60)
  return text || `［${message.fileIds.length} 个附件］`
}
