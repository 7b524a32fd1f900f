import type { ConversationItem, ConversationQuery } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type Place, queueOf, readPlace, type Stretch } from './queue-order.ts'
import { handledConversations, visibleConversations } from './visibility.ts'

const conversationColumns = `c.id, c.number, c.channel, c.village_id, v.name as village_name, c.scenario, c.office, c.emergency,
  c.last_preview, c.opened_at, c.last_message_at, c.waiting_since, c.closed_at, c.contact_id, p.name as contact_name, p.resident_id,
  o.id as assignee_id, o.name as assignee_name`

const conversationJoins = `join contacts p on p.station_id = c.station_id and p.id = c.contact_id
  left join villages v on v.station_id = c.station_id and v.id = c.village_id
  left join officers o on o.station_id = c.station_id and o.id = c.assignee_id`

type Row = Record<string, unknown>

function itemOf(r: Row): ConversationItem {
  return {
    id: r['id'],
    number: r['number'],
    channel: r['channel'],
    contact: { id: r['contact_id'], name: r['contact_name'] || '未留姓名', residentId: r['resident_id'] },
    villageId: r['village_id'],
    villageName: r['village_name'],
    scenario: r['scenario'],
    office: r['office'],
    emergency: r['emergency'],
    assignee: r['assignee_id'] ? { id: r['assignee_id'], name: r['assignee_name'] } : null,
    preview: r['last_preview'],
    openedAt: iso(r['opened_at']),
    lastMessageAt: iso(r['last_message_at']),
    waitingSince: iso(r['waiting_since']),
    closedAt: iso(r['closed_at']),
  } as ConversationItem
}

function iso(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : null
}

/** One page of a queue, by key: `next` names the last row seen, so that nothing is skipped while rows move. */
export async function listConversations(
  tx: Tx,
  session: OfficerSession,
  query: ConversationQuery,
): Promise<{ items: ConversationItem[]; next: string | null }> {
  const { where, stretches, shared } = queueOf(query.queue, 2)
  const after = readPlace(query.after, stretches)
  const values: unknown[] = [tx.stationId, session.officerId]
  const add = (value: unknown) => `$${values.push(value)}`
  // Typed, so that PostgreSQL knows it also where the queue does not use it.
  const conditions = ['c.station_id = $1', '$2::uuid is not null', 'c.merged_into is null', where]
  if (query.channel) conditions.push(`c.channel = ${add(query.channel)}`)
  if (query.scenario) conditions.push(`c.scenario = ${add(query.scenario)}`)
  if (query.villageId) conditions.push(`c.village_id = ${add(query.villageId)}`)
  if (query.assigneeId) conditions.push(`c.assignee_id = ${add(query.assigneeId)}`)
  if (query.contactId) conditions.push(`c.contact_id = ${add(query.contactId)}`)
  const visible = (shared ? visibleConversations : handledConversations)(session, values.length + 1)
  conditions.push(visible.sql)
  values.push(...visible.values)
  const limit = query.limit ?? 30
  const page: (Row & { place: string })[] = []
  for (let index = after?.stretch ?? 0; index < stretches.length && page.length <= limit; index++) {
    const asked = { conditions, values, limit: limit + 1 - page.length }
    const rows = await readStretch(tx, stretches[index]!, asked, index === after?.stretch ? after : null)
    page.push(...rows.map((row) => ({ ...row, place: `${index}_${row['page_at']}_${row['id']}` })))
  }
  const last = page.length > limit ? page[limit - 1] : undefined
  return { items: page.slice(0, limit).map(itemOf), next: last?.place ?? null }
}

async function readStretch(
  tx: Tx,
  { where, by, ascending }: Stretch,
  asked: { conditions: string[]; values: unknown[]; limit: number },
  after: Place | null,
): Promise<Row[]> {
  const values = [...asked.values]
  const conditions = [...asked.conditions, where]
  if (after) {
    const key = `($${values.push(after.at)}::timestamptz, $${values.push(after.id)}::uuid)`
    conditions.push(`(${by}, c.id) ${ascending ? '>' : '<'} ${key}`)
  }
  const direction = ascending ? '' : ' desc'
  const { rows } = await tx.client.query(
    // The time comes back as text too: a page key must not lose the microseconds.
    `select ${conversationColumns}, to_char(${by} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_at
     from conversations c ${conversationJoins}
     where ${conditions.join(' and ')} order by ${by}${direction}, c.id${direction} limit ${asked.limit}`,
    values,
  )
  return rows
}

/** One line of the inbox by id, and whether it is hers to handle; null when it is missing or not for this officer. */
export async function findItem(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<{ conversation: ConversationItem; mayHandle: boolean } | null> {
  const visible = visibleConversations(session, 3)
  const { rows } = await tx.client.query(
    `select ${conversationColumns}, ${handledConversations(session, 3).sql} as handles from conversations c ${conversationJoins}
     where c.station_id = $1 and c.id = $2 and ${visible.sql}`,
    [tx.stationId, id, ...visible.values],
  )
  return rows[0] ? { conversation: itemOf(rows[0]), mayHandle: rows[0].handles } : null
}
