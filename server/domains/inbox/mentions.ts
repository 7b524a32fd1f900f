import type { Static } from 'typebox'
import type { MentionItem } from '../../../contract/inbox-search.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { answeringRoles } from '../officers/rules.ts'
import { officerTitles } from '../officers/views.ts'

/**
 * Those of these ids that are officers of the station, each once: nobody else is told, and no other id gets into the log.
 * Throws `invalid` for a colleague who sees no resident's matter: the note's words would reach her by the mention.
 */
export async function colleaguesAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const known = await officerTitles(tx, ids)
  for (const { name, role } of known.values())
    if (!answeringRoles.includes(role)) throw invalid(`${name}不办理居民事项，不能在记录里提到。请去掉再记。`)
  return [...new Set(ids)].filter((id) => known.has(id))
}

/** Notes in which a colleague named this officer and which she has not ticked off, newest first. */
export async function listMentions(tx: Tx, officerId: string): Promise<Static<typeof MentionItem>[]> {
  const { rows } = await tx.client.query(
    `select n.message_id as "messageId", n.conversation_id as "conversationId", c.number, o.name as author, m.body, m.sent_at
     from mentions n join messages m on m.station_id = $1 and m.id = n.message_id
     join conversations c on c.station_id = $1 and c.id = n.conversation_id
     join officers o on o.station_id = $1 and o.id = m.author_officer_id
     where n.station_id = $1 and n.officer_id = $2 and n.seen_at is null order by m.sent_at desc limit 50`,
    [tx.stationId, officerId],
  )
  return rows.map(({ sent_at, ...row }) => ({ ...row, sentAt: sent_at.toISOString() }))
}

export async function seeMention(tx: Tx, officerId: string, messageId: string): Promise<{ done: true }> {
  const { rowCount } = await tx.client.query(
    `update mentions set seen_at = coalesce(seen_at, now()) where station_id = $1 and message_id = $2 and officer_id = $3`,
    [tx.stationId, messageId, officerId],
  )
  if (rowCount === 0) throw notFound()
  return { done: true }
}
