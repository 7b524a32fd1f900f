import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { findVisibleRumour } from './find-rumour.ts'

/** It was another matter. Not once a reply was used there: who got it has to get its correction. */
export async function untieConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  conversationId: string,
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId)
  const { villageId } = await lockConversation(tx, session, conversationId)
  const { rows } = await tx.client.query(
    `select exists (select from rumour_conversation_replies r
       where r.station_id = $1 and r.rumour_id = $2 and r.conversation_id = $3) as used
     from rumour_conversations c where c.station_id = $1 and c.rumour_id = $2 and c.conversation_id = $3`,
    [tx.stationId, rumourId, conversationId],
  )
  if (!rows[0]) throw notFound()
  if (rows[0].used) throw conflict('这里已经用过这条答复，要留着：万一更正，才知道要告诉谁。')
  await tx.client.query(
    'delete from rumour_conversations where station_id = $1 and rumour_id = $2 and conversation_id = $3',
    [tx.stationId, rumourId, conversationId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'rumour.conversation_untied',
      subject: { kind: 'rumour', id: rumourId },
      conversationId,
      villageId,
    },
  ])
  return { done: true }
}
