import type { ConversationItem, ConversationQuery } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from './visibility.ts'

const conversationColumns = `c.id, c.number, c.channel, c.village_id, v.name as village_name, c.scenario, c.office, c.emergency,
  c.last_preview, c.opened_at, c.last_message_at, c.waiting_since, c.closed_at, c.contact_id, p.name as contact_name, p.resident_id,
  o.id as assignee_id, o.name as assignee_name`

const conversationJoins = `join contacts p on p.station_id = c.station_id and p.id = c.contact_id
  left join villages v on v.station_id = c.station_id and v.id = c.village_id
  left join officers o on o.station_id = c.station_id and o.id = c.assignee_id`

type Row = Record<string, never>

export function itemOf(row: Row): ConversationItem {
  const r = row as Record<string, unknown>
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

/** The order and condition of each queue. Those who wait come first by how long; the rest by what moved last. */
function queueSql(
  queue: ConversationQuery['queue'],
  me: number,
): { where: string; by: string; ascending: boolean } {
  const newest = { by: 'c.last_message_at', ascending: false }
  switch (queue) {
    case 'waiting':
      return {
        where: 'c.waiting_since is not null and c.closed_at is null',
        by: 'c.waiting_since',
        ascending: true,
      }
    case 'mine':
      return { where: `c.assignee_id = $${me} and c.closed_at is null`, ...newest }
    case 'villages':
      return {
        where: `c.closed_at is null and c.village_id in
          (select village_id from officer_villages where station_id = c.station_id and officer_id = $${me})`,
        ...newest,
      }
    case 'unassigned':
      return { where: 'c.assignee_id is null and c.closed_at is null', ...newest }
    case 'emergency':
      return { where: 'c.emergency and c.closed_at is null', ...newest }
    case 'closed':
      return { where: 'c.closed_at is not null', ...newest }
    default:
      return { where: 'true', ...newest }
  }
}

/** One page of a queue, by key: `next` names the last row seen, so that nothing is skipped while rows move. */
export async function listConversations(
  tx: Tx,
  session: OfficerSession,
  query: ConversationQuery,
): Promise<{ items: ConversationItem[]; next: string | null }> {
  const values: unknown[] = [tx.stationId, session.officerId]
  const add = (value: unknown) => `$${values.push(value)}`
  const queue = queueSql(query.queue, 2)
  // Typed, so that PostgreSQL knows it also where the queue does not use it.
  const where = ['c.station_id = $1', '$2::uuid is not null', 'c.merged_into is null', queue.where]
  if (query.channel) where.push(`c.channel = ${add(query.channel)}`)
  if (query.scenario) where.push(`c.scenario = ${add(query.scenario)}`)
  if (query.villageId) where.push(`c.village_id = ${add(query.villageId)}`)
  if (query.assigneeId) where.push(`c.assignee_id = ${add(query.assigneeId)}`)
  if (query.contactId) where.push(`c.contact_id = ${add(query.contactId)}`)
  const visible = visibleConversations(session, values.length + 1)
  where.push(visible.sql)
  values.push(...visible.values)
  if (query.after) {
    const [at, id] = query.after.split('_')
    if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
      throw invalid('翻页的位置不对，请刷新页面。')
    where.push(
      `(${queue.by}, c.id) ${queue.ascending ? '>' : '<'} (${add(at)}::timestamptz, ${add(id)}::uuid)`,
    )
  }
  const limit = query.limit ?? 30
  const direction = queue.ascending ? '' : ' desc'
  const { rows } = await tx.client.query(
    // The time comes back as text too: a page key must not lose the microseconds.
    `select ${conversationColumns}, to_char(${queue.by} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_at
     from conversations c ${conversationJoins}
     where ${where.join(' and ')} order by ${queue.by}${direction}, c.id${direction} limit ${limit + 1}`,
    values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: page.map(itemOf), next: rows.length > limit && last ? `${last.page_at}_${last.id}` : null }
}

/** One line of the inbox by id; null when it is missing or not for this officer. */
export async function findItem(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<ConversationItem | null> {
  const visible = visibleConversations(session, 3)
  const { rows } = await tx.client.query(
    `select ${conversationColumns} from conversations c ${conversationJoins}
     where c.station_id = $1 and c.id = $2 and ${visible.sql}`,
    [tx.stationId, id, ...visible.values],
  )
  return rows[0] ? itemOf(rows[0]) : null
}
