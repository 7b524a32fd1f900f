import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * Opens a closed conversation again, by an officer, by the resident's objection, or by the system for a danger heard in
 * her recording. `waiting` puts it back in the queue.
 */
export async function reopenConversation(
  tx: Tx,
  actor: Actor,
  conversation: { id: string; contactId: string; villageId: string | null },
  options: { waiting: boolean },
): Promise<void> {
  const { rowCount } = await tx.client.query(
    `update conversations set closed_at = null, waiting_since = case when $3 then clock_timestamp() end
     where station_id = $1 and id = $2 and closed_at is not null`,
    [tx.stationId, conversation.id, options.waiting],
  )
  if (rowCount === 0) throw conflict('这件事还没有办结，或者刚才已经重新打开。')
  await tx.client.query(
    `update closures set reopened_at = clock_timestamp(), reopened_by = $3
     where station_id = $1 and conversation_id = $2 and reopened_at is null`,
    [tx.stationId, conversation.id, actor.kind],
  )
  await writeEvents(tx, actor, [
    {
      name: 'conversation.reopened',
      subject: { kind: 'conversation', id: conversation.id },
      conversationId: conversation.id,
      contactId: conversation.contactId,
      villageId: conversation.villageId,
    },
  ])
}
