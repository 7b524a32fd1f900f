import type { Conversation } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { memberName } from '../officers/wecom/member-views.ts'
import { digitalDoor } from '../residents/digital-door.ts'
import { findItem } from './list-conversations.ts'
import { readMessages } from './read-messages.ts'
import { readPaidSaid } from './read-paid-said.ts'
import { laterReadings, openingReading } from './reading-sources.ts'
import { recordLook, recordLookOnce } from './record-look.ts'
import { referralFields } from './referrals/list-referrals.ts'
import { readReplyLine } from './reply-line.ts'
import { withTranscripts } from './transcripts/list-transcripts.ts'

/** Everything the workbench shows of one conversation, in two queries beside the messages. The reading is recorded. */
export async function showConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  options: { refresh?: boolean } = {},
): Promise<Conversation> {
  const found = await findItem(tx, session, id)
  if (!found) throw notFound()
  const { conversation } = found
  const page = await withTranscripts(tx, await readMessages(tx, id, { notes: true }))
  const { rows } = await tx.client.query({
    name: 'show-conversation',
    text: detailsSql,
    values: [tx.stationId, id, session.officerId, conversation.contact.id],
  })
  const looked = { id, contactId: conversation.contact.id, villageId: conversation.villageId }
  // A page that stays open asks again whenever something moves: still the same look, for a quarter of an hour.
  await (options.refresh ? recordLookOnce : recordLook)(tx, actor, looked)
  const replyLine =
    conversation.channel === 'wechat' ? await readReplyLine(tx, conversation.contact.id) : null
  return {
    ...found,
    ...page,
    ...rows[0].details,
    replyLine,
    paidSaidAt: await readPaidSaid(tx, conversation),
  }
}

const detailsSql = `select json_build_object(
  'reading', ${openingReading}, 'laterReadings', ${laterReadings},
  'contact', (select json_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'channel', p.channel, 'residentId', p.resident_id,
      'residentName', r.name, 'villageId', p.village_id, 'door', ${digitalDoor('p')},
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
      'outcome', x.outcome, 'outcomeToldAt', x.outcome_told_at, 'outcomeToldBy', x.outcome_told_by, 'officer', json_build_object('id', o.id, 'name', o.name),
      'closedAt', x.closed_at, 'reopenedAt', x.reopened_at,
      'rating', (select json_build_object('verdict', g.verdict, 'words', g.words, 'ratedAt', g.rated_at) from ratings g
        where g.station_id = $1 and g.closure_id = x.id)) order by x.closed_at)
    from closures x join officers o on o.station_id = $1 and o.id = x.officer_id
    where x.station_id = $1 and x.conversation_id = $2), '[]'),
  'drafts', coalesce((select json_agg(json_build_object('kind', d.kind, 'body', d.body, 'savedAt', d.saved_at,
      'scripts', coalesce((select json_agg(json_build_object('id', v.script_id, 'version', v.version, 'title', v.title, 'body', v.body)
          order by s.place)
        from jsonb_array_elements(d.scripts) with ordinality as s(script, place) join script_versions v
          on v.station_id = $1 and v.script_id = (s.script ->> 'id')::uuid and v.version = (s.script ->> 'version')::integer), '[]'),
      'files', coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'mediaType', f.media_type, 'width', f.width,
          'height', f.height, 'seconds', f.seconds) order by x.place)
        from unnest(d.file_ids) with ordinality as x(id, place) join files f on f.station_id = $1 and f.id = x.id), '[]'))) from drafts d
    where d.station_id = $1 and d.conversation_id = $2 and d.officer_id = $3), '[]'),
  'phoneTasks', coalesce((select json_agg(json_build_object('id', k.id, 'messageId', k.message_id, 'reason', k.reason, 'words', k.words,
      'askedAt', k.asked_at, 'doneAt', k.done_at, 'doneBy', o.name, 'withdrawal', case when w.task_id is not null then
        json_build_object('reason', w.reason, 'officer', b.name, 'at', w.withdrawn_at) end) order by k.asked_at)
    from phone_tasks k left join officers o on o.station_id = $1 and o.id = k.done_by
    left join phone_task_withdrawals w on w.station_id = $1 and w.task_id = k.id
    left join officers b on b.station_id = $1 and b.id = w.officer_id
    where k.station_id = $1 and k.conversation_id = $2), '[]'),
  'handOvers', coalesce((select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'officer', o.name, 'fromMember', ${memberName('$1', 'h.from_member')},
      'toMember', ${memberName('$1', 'h.to_member')}, 'at', h.at,
      'account', nullif(coalesce((select nullif(w.name, '') from account_names w where w.station_id = $1 and w.account = h.line), h.line), ''))
      order by date_trunc('second', h.at), h.id)
    from hand_overs h left join officers o on o.station_id = $1 and o.id = h.officer_id
    where h.station_id = $1 and h.conversation_id = $2), '[]'),
  'referrals', coalesce((select json_agg(json_build_object(${referralFields}) order by r.referred_at)
    from office_referrals r where r.station_id = $1 and r.conversation_id = $2), '[]')) as details`
