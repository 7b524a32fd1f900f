import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Why somebody is phoned although no answer to her failed; the screens have words for each. */
type Reason = 'outcome_untold' | 'referral_unasked'

/**
 * Nothing that is written reaches this resident: somebody phones her and says `words`. The same `cause` asked for again
 * makes no second task.
 */
export async function askToPhone(
  tx: Tx,
  actor: Actor,
  call: { conversationId: string; reason: Reason; cause: string; words: string },
): Promise<void> {
  const id = newId()
  const { rows } = await tx.client.query({
    name: 'ask-to-phone-for-cause',
    text: `with asked as (
             insert into phone_tasks (station_id, id, conversation_id, reason, cause, words) values ($1, $2, $3, $4, $5, $6)
             on conflict (station_id, conversation_id, cause) where cause is not null do nothing returning conversation_id
           )
           select c.contact_id, c.village_id from asked a
           join conversations c on c.station_id = $1 and c.id = a.conversation_id`,
    values: [tx.stationId, id, call.conversationId, call.reason, call.cause, call.words],
  })
  const [conversation] = rows
  if (!conversation) return
  await writeEvents(tx, actor, [
    {
      name: 'phone_task.asked',
      subject: { kind: 'phone_task', id },
      conversationId: call.conversationId,
      contactId: conversation.contact_id,
      villageId: conversation.village_id,
    },
  ])
}
