import type { Message } from '../../../contract/inbox.ts'
import type { Scenario } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { whenPaidWasSaid } from './when-paid-was-said.ts'

/** So many of her words of the last two days are looked at; who says it later than that has said it before. */
const mostLooked = 200

/** Since when the money is gone, as the resident says; null where the matter is none of fraud, or nothing was paid lately. */
export async function readPaidSaid(
  tx: Tx,
  conversation: { id: string; scenario: Scenario },
  now = new Date(),
): Promise<string | null> {
  if (conversation.scenario !== 'anti_fraud') return null
  const { rows } = await tx.client.query({
    name: 'words-of-two-days',
    text: `select body, sent_at from messages where station_id = $1 and conversation_id = $2 and direction = 'inbound'
      and sent_at >= $3::timestamptz - interval '2 days' order by sent_at limit ${mostLooked}`,
    values: [tx.stationId, conversation.id, now],
  })
  const said = rows.map(({ body, sent_at }): Pick<Message, 'direction' | 'body' | 'sentAt'> => {
    return { direction: 'inbound', body, sentAt: sent_at.toISOString() }
  })
  return whenPaidWasSaid(said, now)
}
