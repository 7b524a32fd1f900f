import type { Tx } from '../../../platform/tenancy.ts'

/**
 * What the cards of a conversation say from now on. The worker tells WeCom; a card is changed once. With `untouched`, only
 * those of which nothing was said yet: who pressed is told that it is hers.
 */
export async function settleCards(
  tx: Tx,
  conversationId: string,
  words: string,
  options: { untouched?: boolean } = {},
): Promise<void> {
  await tx.client.query({
    name: 'settle-officer-cards',
    text: `update officer_notices set card_words = $3 where station_id = $1 and conversation_id = $2
      and response_code is not null and card_told_at is null and state = 'sent' and (card_words is null or not $4)`,
    values: [tx.stationId, conversationId, words, options.untouched ?? false],
  })
}
