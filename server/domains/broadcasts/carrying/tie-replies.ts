import { writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** So long after it reached her a message of hers counts as an answer. */
const replyHours = 72
/** How far back messages are looked at when one comes: a job that was late catches up. */
const newHours = 2

/**
 * Ties what residents wrote to the newest broadcast that reached them within three days before, herself or in her
 * village's group. A person reads it in the inbox as any other message; nothing is answered by itself. Looks at what was
 * received lately; `tieEarlierReplies` at all that may be an answer.
 */
export const tieReplies = (tx: Tx): Promise<void> => tie(tx, newHours)

/** When WeCom says only now whom it reached: she may have answered before. */
export const tieEarlierReplies = (tx: Tx): Promise<void> => tie(tx, replyHours)

async function tie(tx: Tx, lookBackHours: number): Promise<void> {
  const { rows: reached } = await tx.client.query({
    name: 'was-anybody-reached',
    text: `select exists (select from broadcast_targets where station_id = $1 and state = 'reached'
      and settled_at > clock_timestamp() - make_interval(hours => ${replyHours} + $2::int)) as any`,
    values: [tx.stationId, lookBackHours],
  })
  if (!reached[0].any) return
  const { rows } = await tx.client.query({
    name: 'tie-broadcast-replies',
    text: `with said as (select m.id, m.conversation_id, m.contact_id, m.sent_at from messages m
        where m.station_id = $1 and m.direction = 'inbound' and m.received_at > clock_timestamp() - make_interval(hours => $2::int)
          and not exists (select from broadcast_replies x where x.station_id = $1 and x.conversation_id = m.conversation_id and x.message_id = m.id)),
      tied as (insert into broadcast_replies (station_id, broadcast_id, message_id, conversation_id)
        select $1, t.broadcast_id, said.id, said.conversation_id from said
        join lateral (select x.broadcast_id from (
            select g.broadcast_id, g.settled_at from broadcast_targets g
            where g.station_id = $1 and g.contact_id = said.contact_id and g.state = 'reached' and g.channel = 'contacts'
            union all
            select g.broadcast_id, g.settled_at from external_people e
            join chat_group_members n on n.station_id = $1 and n.member_id = e.external_userid
            join broadcast_targets g on g.station_id = $1 and g.group_id = n.group_id and g.state = 'reached'
            where e.station_id = $1 and e.contact_id = said.contact_id) x
          where x.settled_at <= said.sent_at and x.settled_at > said.sent_at - make_interval(hours => ${replyHours})
          order by x.settled_at desc limit 1) t on true
        on conflict do nothing returning broadcast_id, message_id, conversation_id)
      select * from tied`,
    values: [tx.stationId, lookBackHours],
  })
  await writeEvents(
    tx,
    { kind: 'system', id: null },
    rows.map((row) => ({
      name: 'broadcast.replied' as const,
      subject: { kind: 'broadcast', id: row.broadcast_id },
      conversationId: row.conversation_id,
      data: { messageId: row.message_id },
    })),
  )
}
