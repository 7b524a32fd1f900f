import type { Tx } from '../../../platform/tenancy.ts'

type Options = {
  /** Only cards of which nothing was said yet: who pressed is told that it is hers. */
  untouched?: boolean
  /** What the card of this officer says instead. */
  own?: { officerId: string; words: string }
}

/** What the cards of a conversation say from now on. The worker tells WeCom; a card is changed once. */
export async function settleCards(
  tx: Tx,
  conversationId: string,
  words: string,
  { untouched = false, own }: Options = {},
): Promise<void> {
  await tx.client.query({
    name: 'settle-officer-cards',
    text: `update officer_notices set card_words = case when officer_id = $5 then $6 else $3 end
      where station_id = $1 and conversation_id = $2 and response_code is not null and card_told_at is null
        and state = 'sent' and (card_words is null or not $4)`,
    values: [tx.stationId, conversationId, words, untouched, own?.officerId ?? null, own?.words ?? null],
  })
}
