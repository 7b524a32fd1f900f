import type { Context } from '../../../platform/context.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { officerNames } from '../../officers/views.ts'
import { makeNotices } from './make-notices.ts'
import { settleCards } from './settle-cards.ts'

/** What her card says to whoever has taken a conversation. */
export const takenWords = '您已接手'

/**
 * After a conversation changed hands, was answered or ended: tells her to whom a colleague gave it, and takes the button off every
 * card of it.
 */
export async function tellOfAssignment(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  eventId: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'read-assignment-event',
      text: `select name, actor_kind, actor_id, conversation_id, data->>'to' as "to" from events
        where station_id = $1 and id = $2`,
      values: [stationId, eventId],
    })
    const event = rows[0]
    if (!event?.conversation_id) return
    if (event.name === 'conversation.closed') {
      await settleCards(tx, event.conversation_id, '这件事已经办结')
      return
    }
    // Whoever is answering has it in hand, also when she never pressed the card.
    if (event.name === 'message.sent') {
      if (event.actor_kind !== 'officer') return
      const name = (await officerNames(tx, [event.actor_id])).get(event.actor_id) ?? '同事'
      await settleCards(tx, event.conversation_id, `${name}已经答复`, { untouched: true })
      return
    }
    if (!event.to) return
    await settleTaken(tx, event.conversation_id, event.to)
    if (event.actor_kind === 'officer' && event.actor_id !== event.to)
      await makeNotices(tx, [event.to], {
        kind: 'handed_over',
        about: eventId,
        conversationId: event.conversation_id,
      })
  })
}

/**
 * Every card of the conversation says who has it, hers that it is she. Told by the press and by what follows the assignment,
 * whichever comes first, so both say the same.
 */
export async function settleTaken(tx: Tx, conversationId: string, officerId: string): Promise<void> {
  const name = (await officerNames(tx, [officerId])).get(officerId) ?? '同事'
  await settleCards(tx, conversationId, `已由${name}接手`, { own: { officerId, words: takenWords } })
}
