import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { answeringFirst, countParts } from './reply-line.ts'

export type OutgoingMessage = {
  conversationId: string
  contactId: string
  officerId: string | null
  body: string
  fileIds?: string[]
  script?: { id: string; version: number } | null
  clientKey?: string | null
}

/**
 * Stores what is said to the resident. A person's answer ends her waiting; a reminder of the system (no officer) answers
 * nothing, and she goes on waiting. Returns the message's id, and whether it is new: a key that was used before by this
 * officer gives the first message again.
 */
export async function sendMessage(
  tx: Tx,
  message: OutgoingMessage,
): Promise<{ messageId: string; fresh: boolean }> {
  const id = newId()
  // The officer is part of the key, so that two who answer at once never swallow each other's words.
  const key = message.clientKey ? `${message.officerId ?? 'system'}:${message.clientKey}` : null
  const { rows } = await tx.client.query({
    name: 'send-message',
    text: `with stored as (
        insert into messages (station_id, id, conversation_id, contact_id, direction, author_officer_id, body, client_key,
          script_id, script_version, sent_at)
        values ($1, $2, $3, $4, 'outbound', $5, $6, $7, $8, $9, clock_timestamp())
        on conflict (station_id, contact_id, client_key) where client_key is not null do nothing returning id, received_at
      ), moved as (
        update conversations c set last_message_at = s.received_at, last_preview = $10,
          waiting_since = case when $5::uuid is null then c.waiting_since end,
          first_answer_at = case when $5::uuid is null then c.first_answer_at else coalesce(c.first_answer_at, s.received_at) end
        from stored s where c.station_id = $1 and c.id = $3
      ), files as (
        insert into message_files (station_id, message_id, position, file_id)
        select $1, s.id, f.position - 1, f.file_id from stored s, unnest($11::uuid[]) with ordinality as f(file_id, position)
      ), carried as (
        -- Where a channel of others carries the answer, its row of deliveries is written with it: it goes over the line
        -- against which it is counted, wherever she writes meanwhile.
        insert into message_deliveries (station_id, message_id, conversation_id, contact_id, line, parts)
        select $1, s.id, c.id, c.contact_id, l.line, $12 from stored s
        join conversations c on c.station_id = $1 and c.id = $3 and c.channel = 'wechat'
        cross join lateral (select l.line from reply_lines l where l.station_id = $1 and l.contact_id = c.contact_id
          order by ${answeringFirst('l')} limit 1) l
      )
      select id from stored`,
    values: [
      tx.stationId,
      id,
      message.conversationId,
      message.contactId,
      message.officerId,
      message.body,
      key,
      message.script?.id ?? null,
      message.script?.version ?? null,
      `答：${message.body.replace(/\s+/g, ' ').slice(0, 56)}`,
      message.fileIds ?? [],
      countParts(message.body, message.fileIds?.length ?? 0),
    ],
  })
  if (rows.length > 0) return { messageId: id, fresh: true }
  const first = await tx.client.query(
    'select id from messages where station_id = $1 and contact_id = $2 and client_key = $3',
    [tx.stationId, message.contactId, key],
  )
  return { messageId: first.rows[0].id, fresh: false }
}
