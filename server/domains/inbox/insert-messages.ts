import type { Channel } from '../../../contract/vocabulary.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Reading } from './triage/read-message.ts'

/** A message on its way in, complete: the reading is made, the number taken, the assignee looked up. */
export type IncomingMessage = {
  id: string
  contact: { id: string; channel: Channel; name: string; phone: string }
  conversationId: string
  /** The number for a new conversation; null when the message belongs to one that exists. */
  number: string | null
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

export type InsertedMessage = {
  messageId: string
  conversationId: string
  number: string
  receivedAt: Date
  emergency: boolean
  /** False when this key had arrived before: the first one counts. */
  fresh: boolean
}

/**
 * Stores a batch in one transaction of two statements: contact, conversation and message; reading, assignment and event. A message whose
 * (contact, key) is already there is not stored again. A message for a conversation that is not the contact's own
 * comes back as null.
 */
export async function insertMessages(tx: Tx, batch: IncomingMessage[]): Promise<(InsertedMessage | null)[]> {
  const numbers = await findNumbers(tx, batch)
  const fitting = batch.filter((message) => numbers.has(message.id))
  const stored = await storeAll(tx, fitting)
  await attachFiles(
    tx,
    fitting.filter((message) => stored.has(message.id)),
  )
  const repeats = fitting.filter((message) => !stored.has(message.id))
  const earlier = repeats.length > 0 ? await findByKey(tx, repeats) : new Map<string, InsertedMessage>()
  return batch.map((message) => {
    const receivedAt = stored.get(message.id)
    if (!receivedAt) return earlier.get(`${message.contact.id} ${message.clientKey}`) ?? null
    return {
      messageId: message.id,
      conversationId: message.conversationId,
      number: numbers.get(message.id)!,
      receivedAt,
      emergency: message.reading.emergency,
      fresh: true,
    }
  })
}

/** The conversation number of each message that may be stored: its new one, or that of the contact's own conversation. */
async function findNumbers(tx: Tx, batch: IncomingMessage[]): Promise<Map<string, string>> {
  const going = batch.filter((message) => message.number === null)
  const rows: { id: string; number: string; contact_id: string }[] = []
  if (going.length > 0) {
    const found = await tx.client.query({
      name: 'find-conversation-numbers',
      text: `select id, number, contact_id from conversations where station_id = $1 and id = any($2::uuid[]) and merged_into is null`,
      values: [tx.stationId, going.map((message) => message.conversationId)],
    })
    rows.push(...found.rows)
  }
  const known = new Map(rows.map((row) => [`${row.id} ${row.contact_id}`, row.number]))
  const numbers = batch.map((message) => {
    return [
      message.id,
      message.number ?? known.get(`${message.conversationId} ${message.contact.id}`),
    ] as const
  })
  return new Map(numbers.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Stores the messages themselves, and then what follows from those that are new. Ids and times of the new ones. */
async function storeAll(tx: Tx, batch: IncomingMessage[]): Promise<Map<string, Date>> {
  if (batch.length === 0) return new Map()
  const column = <T>(pick: (message: IncomingMessage) => T) => batch.map(pick)
  const { rows } = await tx.client.query({
    name: 'insert-messages',
    text: insertMessagesSql,
    values: [
      tx.stationId,
      column((m) => m.id),
      column((m) => m.conversationId),
      column((m) => m.number),
      column((m) => m.contact.id),
      column((m) => m.contact.channel),
      column((m) => m.contact.name),
      column((m) => m.contact.phone),
      column((m) => m.reading.villageId),
      column((m) => m.body),
      column((m) => m.clientKey),
      column((m) => m.sentAt),
      column((m) => m.toldBy),
      column((m) => m.reading.emergency),
      column((m) => m.reading.scenario),
      column((m) => m.reading.office),
      column((m) => m.assigneeId),
      column((m) => (m.actor.kind === 'officer' ? m.actor.id : null)),
      column((m) => previewOf(m)),
    ],
  })
  const stored = new Map<string, Date>(rows.map((row) => [row.id, row.received_at]))
  const fresh = batch.filter((message) => stored.has(message.id))
  await recordReadings(tx, fresh)
  await moveConversations(
    tx,
    fresh.filter((message) => message.number === null),
  )
  return stored
}

/** The machine's reading, who got it, and the event, for each message. */
async function recordReadings(tx: Tx, batch: IncomingMessage[]): Promise<void> {
  if (batch.length === 0) return
  const column = <T>(pick: (message: IncomingMessage) => T) => batch.map(pick)
  await tx.client.query({
    name: 'record-readings',
    text: recordReadingsSql,
    values: [
      tx.stationId,
      column((m) => m.id),
      column((m) => m.conversationId),
      column((m) => m.contact.id),
      column((m) => m.reading.emergency),
      column((m) => m.reading.scenario),
      column((m) => m.reading.office),
      column((m) => m.reading.villageId),
      column((m) => m.reading.confidence),
      column((m) => JSON.stringify(m.reading.reasons)),
      column((m) => m.reading.version),
      column((m) => (m.number === null ? null : m.assigneeId)),
      column(() => newId()),
      column((m) => m.actor.kind),
      column((m) => m.actor.id),
      column((m) => m.requestId),
    ],
  })
  tx.wroteEvents = true
}

/** Conversations that were written on in: they wait again, and are open again if they were closed. */
async function moveConversations(tx: Tx, batch: IncomingMessage[]): Promise<void> {
  for (const message of batch) {
    await tx.client.query({
      name: 'move-conversation',
      text: `with reopened as (
          update closures set reopened_at = clock_timestamp(), reopened_by = 'resident'
          where station_id = $1 and conversation_id = $2 and reopened_at is null
        )
        update conversations set last_message_at = clock_timestamp(), last_preview = $3, emergency = emergency or $4,
          waiting_since = coalesce(waiting_since, clock_timestamp()), closed_at = null
        where station_id = $1 and id = $2`,
      values: [tx.stationId, message.conversationId, previewOf(message), message.reading.emergency],
    })
  }
}

/** What the inbox shows of a message in its list: its first characters, or what it carries. */
function previewOf(message: IncomingMessage): string {
  const text = message.body.replace(/\s+/g, ' ').trim().slice(0, 60)
  return text || `［${message.fileIds.length} 个附件］`
}

// The statements are prepared, so their plans are made while a young station's tables are empty and then kept: they
// hold no join at all. A join would be planned for a few rows and walk through the whole table, or square the batch.
const insertMessagesSql = `
with incoming as materialized (
  select i.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[],
    $11::text[], $12::timestamptz[], $13::text[], $14::boolean[], $15::text[], $16::text[], $17::uuid[], $18::uuid[], $19::text[])
  as i(id, conversation_id, number, contact_id, channel, name, phone, village_id, body, client_key, sent_at, told_by,
       emergency, scenario, office, assignee_id, author_id, preview)
), fresh_contacts as (
  insert into contacts (station_id, id, channel, name, phone, village_id)
  select distinct on (contact_id) $1::uuid, contact_id, channel, name, phone, village_id from incoming
  on conflict (station_id, id) do nothing
), named as (
  update contacts c set (name, phone, village_id) =
    (select i.name, case when c.phone = '' then i.phone else c.phone end, coalesce(c.village_id, i.village_id)
     from incoming i where i.contact_id = c.id and i.name <> '' limit 1)
  where c.station_id = $1 and c.id = any($5::uuid[]) and c.name = ''
    and exists (select from incoming i where i.contact_id = c.id and i.name <> '')
), opened as (
  insert into conversations (station_id, id, number, contact_id, channel, village_id, scenario, office, emergency,
    assignee_id, opened_at, last_message_at, last_preview, waiting_since)
  select $1, i.conversation_id, i.number, i.contact_id, i.channel,
    coalesce(i.village_id, (select c.village_id from contacts c where c.station_id = $1 and c.id = i.contact_id)), i.scenario, i.office,
    i.emergency, i.assignee_id, i.sent_at, i.sent_at, i.preview, clock_timestamp()
  from incoming i where i.number is not null
  on conflict (station_id, id) do nothing
)
insert into messages (station_id, id, conversation_id, contact_id, direction, body, client_key, told_by, sent_at, author_officer_id)
select $1, i.id, i.conversation_id, i.contact_id, 'inbound', i.body, i.client_key, i.told_by, i.sent_at, i.author_id
from incoming i
on conflict (station_id, contact_id, client_key) where client_key is not null do nothing
returning id, received_at`

const recordReadingsSql = `
with incoming as materialized (
  select i.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[], $6::text[], $7::text[], $8::uuid[], $9::real[], $10::text[],
    $11::text[], $12::uuid[], $13::uuid[], $14::text[], $15::uuid[], $16::text[])
  as i(id, conversation_id, contact_id, emergency, scenario, office, village_id, confidence, reasons, version, assignee_id,
       event_id, actor_kind, actor_id, request_id)
), readings as (
  insert into triage_readings (station_id, message_id, emergency, scenario, office, village_id, confidence, reasons, version)
  select $1, id, emergency, scenario, office, village_id, confidence, reasons::jsonb, version from incoming
), assigned as (
  insert into assignments (station_id, id, conversation_id, officer_id, reason)
  select $1, event_id, conversation_id, assignee_id, '按村和值班表' from incoming where assignee_id is not null
)
insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id, village_id, data, request_id)
select $1, event_id, case when actor_kind = 'officer' then 'message.captured' else 'message.received' end, actor_kind, actor_id,
  'message', id, conversation_id, contact_id, village_id, jsonb_build_object('emergency', emergency), request_id
from incoming`

async function attachFiles(tx: Tx, messages: IncomingMessage[]): Promise<void> {
  const links = messages.flatMap((message) =>
    message.fileIds.map((fileId, position) => ({ message, fileId, position })),
  )
  if (links.length === 0) return
  await tx.client.query(
    `insert into message_files (station_id, message_id, position, file_id)
     select $1, l.message_id, l.position, l.file_id from unnest($2::uuid[], $3::int[], $4::uuid[]) as l(message_id, position, file_id)`,
    [
      tx.stationId,
      links.map((link) => link.message.id),
      links.map((link) => link.position),
      links.map((link) => link.fileId),
    ],
  )
}

async function findByKey(tx: Tx, messages: IncomingMessage[]): Promise<Map<string, InsertedMessage>> {
  const { rows } = await tx.client.query(
    `select m.id, m.contact_id, m.client_key, m.received_at, c.id as conversation_id, c.number, r.emergency
     from unnest($2::uuid[], $3::text[]) as k(contact_id, client_key)
     join messages m on m.station_id = $1 and m.contact_id = k.contact_id and m.client_key = k.client_key
     join conversations c on c.station_id = $1 and c.id = m.conversation_id
     left join triage_readings r on r.station_id = $1 and r.message_id = m.id`,
    [
      tx.stationId,
      messages.map((message) => message.contact.id),
      messages.map((message) => message.clientKey),
    ],
  )
  return new Map(
    rows.map((row) => [
      `${row.contact_id} ${row.client_key}`,
      {
        messageId: row.id,
        conversationId: row.conversation_id,
        number: row.number,
        receivedAt: row.received_at,
        emergency: row.emergency ?? false,
        fresh: false,
      },
    ]),
  )
}
