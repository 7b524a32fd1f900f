import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockConversation } from './visibility.ts'

/** An officer has phoned the resident whom an answer did not reach. A second tap changes nothing. */
export async function finishPhoneTask(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  taskId: string,
): Promise<{ done: true }> {
  const conversation = await lockConversation(tx, session, conversationId)
  const { rows } = await tx.client.query({
    name: 'finish-phone-task',
    text: `update phone_tasks set done_at = coalesce(done_at, clock_timestamp()), done_by = coalesce(done_by, $4)
      where station_id = $1 and id = $2 and conversation_id = $3 returning done_by = $4 as mine`,
    values: [tx.stationId, taskId, conversationId, session.officerId],
  })
  if (!rows[0]) throw notFound()
  await writeEvents(tx, actor, [
    {
      name: 'phone_task.done',
      subject: { kind: 'phone_task', id: taskId },
      conversationId,
      contactId: conversation.contactId,
      villageId: conversation.villageId,
    },
  ])
  return { done: true }
}
