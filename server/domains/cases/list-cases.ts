import type { CaseItem, CaseQuery } from '../../../contract/cases.ts'
import { recordListed, recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { pausedAt } from './case-details.ts'
import { scopeValues, visibleCases } from './visibility.ts'

/** What each order sorts by; `due` puts those without a running deadline last. */
const orders = {
  newest: { by: 'c.opened_at', direction: 'desc', beyond: '<' },
  oldest: { by: 'c.opened_at', direction: 'asc', beyond: '>' },
  due: { by: `coalesce(d.due_at, '9999-12-31T00:00:00Z')`, direction: 'asc', beyond: '>' },
} as const

/**
 * One page of the cases an officer may see, by key: `next` names the last row, so that nothing is skipped while rows
 * move. The total comes with the first page. Merged cases are left out: the one they went into stands for them.
 */
export async function listCases(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  query: CaseQuery,
  now = new Date(),
): Promise<{ items: CaseItem[]; next: string | null; total?: number }> {
  const values: unknown[] = [tx.stationId, ...scopeValues(session), now]
  const add = (value: unknown) => `$${values.push(value)}`
  const where = [visibleCases(2), ...filters(query, add)]
  const order = orders[query.sort ?? 'newest']
  const counted = `select count(*)::int as total ${source} where ${where.join(' and ')}`
  const countValues = [...values]
  if (query.after) {
    const { key, id } = readPlace(query.after)
    where.push(`(${order.by}, c.id) ${order.beyond} (${add(key)}::timestamptz, ${add(id)}::uuid)`)
  }
  const limit = query.limit ?? 30
  const { rows } = await tx.client.query(
    `select ${columns}, c.contact_id, to_char(${order.by} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_key ${source} where ${where.join(' and ')}
     order by ${order.by} ${order.direction}, c.id ${order.direction} limit ${limit + 1}`,
    values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const result = {
    items: page.map((row) => row.item as CaseItem),
    next: rows.length > limit && last ? `${last.page_key}_${last.item.id}` : null,
  }
  const ids = page.map((row) => row.item.id as string)
  if (query.text?.trim())
    await recordSearch(tx, actor, 'case.searched', { ids, contactIds: page.map((row) => row.contact_id) })
  else await recordListed(tx, actor, 'case.listed', ids)
  if (query.after) return result
  const { rows: counts } = await tx.client.query(counted, countValues)
  return { ...result, total: counts[0].total }
}

const columns = `json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'title', c.title, 'status', c.status,
    'emergency', c.emergency, 'channel', c.channel, 'scenario', c.scenario, 'villageId', c.village_id, 'villageName', v.name,
    'assignee', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end,
    'personName', coalesce(r.name, nullif(t.name, ''), (
      select p.name from case_people p where p.station_id = $1 and p.case_id = c.id and p.part = 'applicant'
        and p.removed_at is null order by p.added_at limit 1)),
    'conversationId', c.conversation_id, 'openedAt', c.opened_at, 'finishedAt', c.finished_at, 'dueAt', d.due_at,
    'overdue', coalesce(d.due_at < $4, false), 'revision', c.xmin::text) as item`

/** $1 is the station, $2 and $3 the scope, $4 now. */
const source = `from cases c
  left join villages v on v.station_id = $1 and v.id = c.village_id
  left join officers a on a.station_id = $1 and a.id = c.assignee_id
  left join contacts t on t.station_id = $1 and t.id = c.contact_id
  left join residents r on r.station_id = $1 and r.id = t.resident_id
  left join lateral (
    select min(k.due_at) as due_at from case_clocks k
    where k.station_id = $1 and k.case_id = c.id and k.stopped_at is null and ${pausedAt('k')} is null) d on true`

function filters(query: CaseQuery, add: (value: unknown) => string): string[] {
  // The moment is named even where nothing asks for it, so that PostgreSQL knows its type.
  const where = ['c.station_id = $1', 'c.merged_into is null', '$4::timestamptz is not null']
  const status = query.status ?? 'open'
  if (status !== 'all') where.push(`c.finished_at is ${status === 'open' ? '' : 'not '}null`)
  if (query.kind) where.push(`c.kind = ${add(query.kind)}`)
  if (query.villageId === 'unknown') where.push('c.village_id is null')
  else if (query.villageId) where.push(`c.village_id = ${add(query.villageId)}`)
  if (query.assigneeId === 'nobody') where.push('c.assignee_id is null')
  else if (query.assigneeId) where.push(`c.assignee_id = ${add(query.assigneeId)}`)
  if (query.conversationId) where.push(`c.conversation_id = ${add(query.conversationId)}`)
  if (query.contactId) where.push(`c.contact_id = ${add(query.contactId)}`)
  if (query.overdue) where.push('d.due_at < $4')
  const text = query.text?.trim()
  if (text) {
    const pattern = add(likePattern(text))
    const like = likeOperator(text)
    where.push(`(c.title ${like} ${pattern} or c.number like ${pattern} or t.name ${like} ${pattern} or t.phone like ${pattern}
      or r.name ${like} ${pattern} or exists (select from case_people p where p.station_id = $1 and p.case_id = c.id
        and p.removed_at is null and (p.name ${like} ${pattern} or p.phone like ${pattern})))`)
  }
  return where
}

/** The time goes to the microsecond, as rows are ordered by it. */
function readPlace(after: string): { key: string; id: string } {
  const [key, id] = after.split('_')
  if (!key || !id || Number.isNaN(Date.parse(key)) || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id))
    throw invalid('翻页的位置不对，请刷新页面。')
  return { key, id }
}
