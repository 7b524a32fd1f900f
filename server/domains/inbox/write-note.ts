import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { colleaguesAmong } from './mentions.ts'
import { lockVisibleConversation } from './visibility.ts'

/** An internal note: colleagues see it, the resident never. Mentioned colleagues find it under "提到我的". */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  note: { clientKey: string; body: string; mentions?: string[] },
): Promise<{ messageId: string }> {
  const conversation = await lockVisibleConversation(tx, session, conversationId)
  const key = `note:${session.officerId}:${note.clientKey}`
  const id = newId()
  const stored = await tx.client.query(
    `insert into messages (station_id, id, conversation_id, contact_id, direction, author_officer_id, body, client_key, sent_at)
     values ($1, $2, $3, $4, 'note', $5, $6, $7, clock_timestamp())
     on conflict (station_id, contact_id, client_key) where client_key is not null do nothing returning id`,
    [tx.stationId, id, conversationId, conversation.contactId, session.officerId, note.body.trim(), key],
  )
  if (stored.rowCount === 0) {
    const first = await tx.client.query(
      'select id from messages where station_id = $1 and contact_id = $2 and client_key = $3',
      [tx.stationId, conversation.contactId, key],
    )
    return { messageId: first.rows[0].id }
  }
  const mentions = await colleaguesAmong(tx, note.mentions ?? [])
  await tx.client.query(
    `insert into mentions (station_id, message_id, officer_id, conversation_id)
     select $1, $2, o.id, $3 from officers o where o.station_id = $1 and o.id = any($4::uuid[])`,
    [tx.stationId, id, conversationId, mentions],
  )
  await tx.db
    .deleteFrom('drafts')
    .where('stationId', '=', tx.stationId)
    .where('conversationId', '=', conversationId)
    .where('officerId', '=', session.officerId)
    .where('kind', '=', 'note')
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'note.written',
      subject: { kind: 'message', id },
      conversationId,
      // No contact: the resident's own feed must not show that there is a note.
      villageId: conversation.villageId,
      data: { mentions },
    },
  ])
  return { messageId: id }
}
