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
 * Stores a batch in one statement: contact, conversation, message, reading, assignment and event. A message whose
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

async function storeAll(tx: Tx, batch: IncomingMessage[]): Promise<Map<string, Date>> {
  if (batch.length === 0) return new Map()
  const column = <T>(pick: (message: IncomingMessage) => T) => batch.map(pick)
  const { rows } = await tx.client.query({
    name: 'insert-messages',
    text: insertBatch,
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
      column((m) => m.reading.confidence),
      column((m) => JSON.stringify(m.reading.reasons)),
      column((m) => m.reading.version),
      column((m) => m.assigneeId),
      column(() => newId()),
      column((m) => m.actor.kind),
      column((m) => m.actor.id),
      column((m) => m.requestId),
      column((m) => previewOf(m)),
      batch.filter((message) => message.number === null).map((message) => message.conversationId),
    ],
  })
  tx.wroteEvents = true
  return new Map(rows.map((row) => [row.id, row.received_at]))
}

/** What the inbox shows of a message in its list: its first characters, or what it carries. */
function previewOf(message: IncomingMessage): string {
  const text = message.body.replace(/\s+/g, ' ').trim().slice(0, 60)
  return text || `［${message.fileIds.length} 个附件］`
}

// The statement is prepared, so its plan is made while a young station's tables are empty and then kept: existing rows
// are reached by "= any (ids)" and never by a join, which would be planned as a walk through the whole table.
const insertBatch = `
with incoming as materialized (
  select i.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[],
    $11::text[], $12::timestamptz[], $13::text[], $14::boolean[], $15::text[], $16::text[], $17::real[], $18::text[],
    $19::text[], $20::uuid[], $21::uuid[], $22::text[], $23::uuid[], $24::text[], $25::text[])
  as i(id, conversation_id, number, contact_id, channel, name, phone, village_id, body, client_key, sent_at, told_by,
       emergency, scenario, office, confidence, reasons, version, assignee_id, event_id, actor_kind, actor_id, request_id, preview)
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
  returning id
), stored as (
  insert into messages (station_id, id, conversation_id, contact_id, direction, body, client_key, told_by, sent_at,
    author_officer_id)
  select $1, i.id, i.conversation_id, i.contact_id, 'inbound', i.body, i.client_key, i.told_by, i.sent_at,
    case when i.actor_kind = 'officer' then i.actor_id end
  from incoming i
  on conflict (station_id, contact_id, client_key) where client_key is not null do nothing
  returning id, conversation_id, received_at
), moved as (
  update conversations c set
    last_message_at = greatest(c.last_message_at, clock_timestamp()),
    last_preview = (select i.preview from stored s join incoming i on i.id = s.id where s.conversation_id = c.id
      order by s.received_at desc limit 1),
    waiting_since = coalesce(c.waiting_since, clock_timestamp()),
    emergency = c.emergency or exists (select from incoming i where i.conversation_id = c.id and i.emergency),
    closed_at = null
  where c.station_id = $1 and c.id = any($26::uuid[]) and exists (select from stored s where s.conversation_id = c.id)
), reopened as (
  update closures x set reopened_at = clock_timestamp(), reopened_by = 'resident'
  where x.station_id = $1 and x.conversation_id = any($26::uuid[]) and x.reopened_at is null
    and exists (select from stored s where s.conversation_id = x.conversation_id)
), readings as (
  insert into triage_readings (station_id, message_id, emergency, scenario, office, village_id, confidence, reasons, version)
  select $1, i.id, i.emergency, i.scenario, i.office, i.village_id, i.confidence, i.reasons::jsonb, i.version
  from stored s join incoming i on i.id = s.id
), assigned as (
  insert into assignments (station_id, id, conversation_id, officer_id, reason)
  select $1, i.event_id, i.conversation_id, i.assignee_id, '按村和值班表'
  from stored s join incoming i on i.id = s.id join opened o on o.id = i.conversation_id where i.assignee_id is not null
), news as (
  insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id, village_id, data, request_id)
  select $1, i.event_id, case when i.actor_kind = 'officer' then 'message.captured' else 'message.received' end, i.actor_kind, i.actor_id,
    'message', i.id, i.conversation_id, i.contact_id, i.village_id, jsonb_build_object('emergency', i.emergency), i.request_id
  from stored s join incoming i on i.id = s.id
)
select id, received_at from stored`

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
