import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { findVisibleRumour } from './find-rumour.ts'

/** In this matter it is asked: the approved reply is offered there. It is not said who told it. */
export async function tieConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  conversationId: string,
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId)
  const { villageId } = await lockConversation(tx, session, conversationId)
  const { rowCount } = await tx.client.query(
    `insert into rumour_conversations (station_id, rumour_id, conversation_id, tied_by) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.stationId, rumourId, conversationId, session.officerId],
  )
  if (rowCount! > 0)
    await writeEvents(tx, actor, [
      {
        name: 'rumour.conversation_tied',
        subject: { kind: 'rumour', id: rumourId },
        conversationId,
        villageId,
      },
    ])
  return { done: true }
}
