import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { responsibleOfficer } from '../officers/views.ts'

/**
 * Gives a conversation nobody holds to whom a new one of this village would go now; to nobody when the desk is empty.
 * For one whose village is known only later: it has passed the door where this is done.
 */
export async function assignByRoster(
  tx: Tx,
  actor: Actor,
  conversationId: string,
  villageId: string,
): Promise<void> {
  const officer = await responsibleOfficer(tx, villageId, new Date())
  if (!officer) return
  const { rowCount } = await tx.client.query(
    `update conversations set assignee_id = $3
     where station_id = $1 and id = $2 and assignee_id is null and closed_at is null`,
    [tx.stationId, conversationId, officer.id],
  )
  if (rowCount === 0) return
  await tx.db
    .insertInto('assignments')
    .values({
      stationId: tx.stationId,
      id: newId(),
      conversationId,
      officerId: officer.id,
      reason: '按村和值班表',
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'conversation.assigned',
      subject: { kind: 'conversation', id: conversationId },
      conversationId,
      villageId,
      data: { from: null, to: officer.id },
    },
  ])
}
