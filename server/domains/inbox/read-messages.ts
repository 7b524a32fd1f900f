import type { Message } from '../../../contract/inbox.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { memberName } from '../officers/wecom/member-views.ts'

const columns = `m.id, m.direction, m.body, m.author_officer_id as author_id, o.name as author_name, m.script_id, m.script_version,
  (select json_agg(json_build_object('id', s.script_id, 'version', s.script_version) order by s.position) from message_scripts s
   where s.station_id = m.station_id and s.message_id = m.id) as more_scripts, m.told_by, m.sent_at, m.received_at, coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'mediaType', f.media_type,
    'width', f.width, 'height', f.height, 'seconds', f.seconds, 'name', f.name, 'size', f.size, 'mayRun', f.may_run, 'saidBy', x.said_by) order by x.position)
   from message_files x join files f on f.station_id = x.station_id and f.id = x.file_id
   where x.station_id = m.station_id and x.message_id = m.id), '[]') as files,
  (select json_build_object('state', d.state, 'failCode', d.fail_code, 'at', coalesce(d.failed_at, d.accepted_at, d.queued_at))
   from message_deliveries d where d.station_id = m.station_id and d.message_id = m.id) as delivery,
  coalesce((select json_agg(json_build_object('kind', k.kind, 'detail', case when k.kind = 'by_servicer'
    then ${memberName('k.station_id', 'k.detail')} else k.detail end, 'at', k.marked_at) order by k.marked_at)
   from message_marks k where k.station_id = m.station_id and k.message_id = m.id), '[]') as marks,
  (select coalesce(nullif(w.name, ''), a.account) from message_accounts a
   left join account_names w on w.station_id = a.station_id and w.account = a.account where a.station_id = m.station_id and a.message_id = m.id) as account`

function messageOf(row: Record<string, never>): Message {
  const r = row as Record<string, unknown>
  return {
    id: r['id'],
    direction: r['direction'],
    body: r['body'],
    author: r['author_id'] ? { id: r['author_id'], name: r['author_name'] } : null,
    files: r['files'],
    scripts: r['script_id']
      ? [{ id: r['script_id'], version: r['script_version'] }, ...((r['more_scripts'] as object[]) ?? [])]
      : [],
    toldBy: r['told_by'],
    delivery: r['delivery'],
    marks: r['marks'],
    account: r['account'],
    sentAt: (r['sent_at'] as Date).toISOString(),
    receivedAt: (r['received_at'] as Date).toISOString(),
  } as Message
}

const pageSize = 50

/**
 * The newest messages of a conversation, oldest first; with `before` those before that message. Notes are left out
 * for residents. Late arrivals stand where they were sent, as the platform that carried them tells the time.
 */
export async function readMessages(
  tx: Tx,
  conversationId: string,
  options: { notes: boolean; before?: string },
): Promise<{ messages: Message[]; more: boolean }> {
  const { rows } = await tx.client.query({
    name: `read-messages-${options.notes}-${options.before ? 'before' : 'newest'}`,
    text: `select ${columns} from messages m left join officers o on o.station_id = m.station_id and o.id = m.author_officer_id
      where m.station_id = $1 and m.conversation_id = $2 ${options.notes ? '' : "and m.direction <> 'note'"}
      ${options.before ? 'and (m.sent_at, m.id) < (select b.sent_at, b.id from messages b where b.station_id = $1 and b.conversation_id = $2 and b.id = $3)' : ''}
      order by m.sent_at desc, m.id desc limit ${pageSize + 1}`,
    values: [tx.stationId, conversationId, ...(options.before ? [options.before] : [])],
  })
  return { messages: rows.slice(0, pageSize).reverse().map(messageOf), more: rows.length > pageSize }
}
