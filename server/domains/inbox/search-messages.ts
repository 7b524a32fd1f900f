import type { Static } from 'typebox'
import type { MessageHit } from '../../../contract/inbox-search.ts'
import { recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { foldText, gramsOfQuery, likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from './visibility.ts'

/** How many of the newest messages are simply read through: a common word is found there at once. */
const newest = 8000
/** How many candidates of the gram index are looked at; a word rarer than `newest` in the newest has fewer. */
const candidates = 2000
const excerptLength = 60

/**
 * Messages that contain the words, newest first. Right for one character and more: the newest messages are read
 * through, and only when they do not fill the page (the word is rare) the index of grams is asked. The search and
 * whom it showed are written down.
 */
export async function searchMessages(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  search: { query: string; after?: string; limit?: number },
): Promise<{ items: Static<typeof MessageHit>[]; next: string | null }> {
  const words = search.query.trim()
  if (words === '') throw invalid('请输入要找的字。')
  const limit = search.limit ?? 20
  const olderThan = search.after ?? 'infinity'
  if (search.after && Number.isNaN(Date.parse(search.after))) throw invalid('翻页的位置不对，请重新搜索。')
  const visible = visibleConversations(session, 5)
  const values = [tx.stationId, likePattern(words), olderThan, limit + 1, ...visible.values]
  const hits = (source: string) => `
    select m.id, m.body, m.direction, m.received_at,
      to_char(m.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_at, c.id as conversation_id, c.number, c.contact_id, p.name as contact_name
    from (${source}) m
    join conversations c on c.station_id = $1 and c.id = m.conversation_id
    join contacts p on p.station_id = $1 and p.id = c.contact_id
    where m.body ${likeOperator(words)} $2 and ${visible.sql} order by m.received_at desc limit $4`
  const recent = await tx.client.query(
    hits(
      `select * from messages where station_id = $1 and received_at < $3::timestamptz order by received_at desc limit ${newest}`,
    ),
    values,
  )
  let { rows } = recent
  if (rows.length <= limit) {
    const found = await tx.client.query(
      `${hits(`select x.* from find_messages_by_grams($${values.length + 1}::int[], $3::timestamptz,
        (select min(received_at) from messages where station_id = $1), ${candidates}) g
        join messages x on x.station_id = $1 and x.id = g.message_id`)}`,
      [...values, `{${gramsOfQuery(words).join(',')}}`],
    )
    const seen = new Set(rows.map((row) => row.id))
    rows = [...rows, ...found.rows.filter((row) => !seen.has(row.id))]
      .sort((a, b) => b.received_at - a.received_at)
      .slice(0, limit + 1)
  }
  const page = rows.slice(0, limit)
  await recordSearch(tx, actor, 'message.searched', {
    ids: page.map((row) => row.id),
    contactIds: page.map((row) => row.contact_id),
  })
  return {
    items: page.map((row) => ({
      messageId: row.id,
      conversationId: row.conversation_id,
      number: row.number,
      contactName: row.contact_name || '未留姓名',
      direction: row.direction,
      excerpt: excerptOf(row.body, words),
      receivedAt: row.received_at.toISOString(),
    })),
    next: rows.length > limit ? (page.at(-1)?.page_at ?? null) : null,
  }
}

function excerptOf(body: string, words: string): string {
  const at = Math.max(0, foldText(body).indexOf(foldText(words)))
  const from = Math.max(0, at - 15)
  return `${from > 0 ? '…' : ''}${body.slice(from, from + excerptLength)}${body.length > from + excerptLength ? '…' : ''}`
}
