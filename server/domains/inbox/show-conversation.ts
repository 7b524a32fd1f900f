import type { Conversation } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findItem } from './list-conversations.ts'
import { readMessages } from './read-messages.ts'
import { readReplyLine } from './reply-line.ts'

/** Everything the workbench shows of one conversation, in two queries beside the messages. The reading is recorded. */
export async function showConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  options: { refresh?: boolean } = {},
): Promise<Conversation> {
  const conversation = await findItem(tx, session, id)
  if (!conversation) throw notFound()
  const page = await readMessages(tx, id, { notes: true })
  const { rows } = await tx.client.query({
    name: 'show-conversation',
    text: detailsSql,
    values: [tx.stationId, id, session.officerId, conversation.contact.id],
  })
  const replyLine =
    conversation.channel === 'wechat' ? await readReplyLine(tx, conversation.contact.id) : null
  // A page that stays open asks again whenever something moves: still the same look, for a quarter of an hour.
  if (options.refresh && (await hasLookedLately(tx, session.officerId, id))) {
    return { conversation, ...page, ...rows[0].details, replyLine }
  }
  await writeEvents(tx, actor, [
    {
      name: 'conversation.read',
      subject: { kind: 'conversation', id },
      conversationId: id,
      contactId: conversation.contact.id,
      villageId: conversation.villageId,
    },
  ])
  return { conversation, ...page, ...rows[0].details, replyLine }
}

async function hasLookedLately(tx: Tx, officerId: string, conversationId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'has-looked-lately',
    text: `select from events where station_id = $1 and subject_id = $2 and name = 'conversation.read' and actor_id = $3
           and at > clock_timestamp() - interval '15 minutes' limit 1`,
    values: [tx.stationId, conversationId, officerId],
  })
  return Boolean(rowCount)
}

const detailsSql = `select json_build_object(
  'reading', (select json_build_object('messageId', t.message_id, 'emergency', t.emergency, 'scenario', t.scenario, 'office', t.office,
      'villageId', t.village_id, 'confidence', t.confidence, 'reasons', t.reasons)
    from messages m join triage_readings t on t.station_id = m.station_id and t.message_id = m.id
    where m.station_id = $1 and m.conversation_id = $2 and m.direction = 'inbound' order by m.sent_at desc, m.id desc limit 1),
  'contact', (select json_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'channel', p.channel, 'residentId', p.resident_id,
      'residentName', r.name, 'villageId', p.village_id,
      'otherConversations', (select count(*) from conversations x where x.station_id = $1 and x.contact_id = p.id and x.id <> $2))
    from contacts p left join residents r on r.station_id = p.station_id and r.id = p.resident_id where p.station_id = $1 and p.id = $4),
  'assignments', coalesce((select json_agg(json_build_object('officer', o.name, 'by', b.name, 'reason', a.reason, 'assignedAt', a.assigned_at)
      order by a.assigned_at)
    from assignments a left join officers o on o.station_id = $1 and o.id = a.officer_id
    left join officers b on b.station_id = $1 and b.id = a.by_officer_id
    where a.station_id = $1 and a.conversation_id = $2), '[]'),
  'corrections', coalesce((select json_agg(json_build_object('field', t.field, 'from', t.machine_value, 'to', t.person_value,
      'officer', o.name, 'correctedAt', t.corrected_at) order by t.corrected_at)
    from triage_corrections t join officers o on o.station_id = $1 and o.id = t.officer_id
    where t.station_id = $1 and t.conversation_id = $2), '[]'),
  'holds', coalesce((select json_agg(json_build_object('kind', h.holder_kind, 'id', h.holder_id)) from conversation_holds h
    where h.station_id = $1 and h.conversation_id = $2 and h.released_at is null), '[]'),
  'closures', coalesce((select json_agg(json_build_object('id', x.id, 'emergency', x.emergency, 'settlement', x.settlement,
      'outcome', x.outcome, 'outcomeToldAt', x.outcome_told_at, 'officer', json_build_object('id', o.id, 'name', o.name),
      'closedAt', x.closed_at, 'reopenedAt', x.reopened_at,
      'rating', (select json_build_object('verdict', g.verdict, 'words', g.words, 'ratedAt', g.rated_at) from ratings g
        where g.station_id = $1 and g.closure_id = x.id)) order by x.closed_at)
    from closures x join officers o on o.station_id = $1 and o.id = x.officer_id
    where x.station_id = $1 and x.conversation_id = $2), '[]'),
  'drafts', coalesce((select json_agg(json_build_object('kind', d.kind, 'body', d.body, 'scriptId', d.script_id,
      'scriptVersion', d.script_version, 'savedAt', d.saved_at)) from drafts d
    where d.station_id = $1 and d.conversation_id = $2 and d.officer_id = $3), '[]'),
  'phoneTasks', coalesce((select json_agg(json_build_object('id', k.id, 'messageId', k.message_id, 'reason', k.reason,
      'askedAt', k.asked_at, 'doneAt', k.done_at, 'doneBy', o.name) order by k.asked_at)
    from phone_tasks k left join officers o on o.station_id = $1 and o.id = k.done_by
    where k.station_id = $1 and k.conversation_id = $2), '[]')) as details`
