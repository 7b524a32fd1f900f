import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { updateAppCard } from '../../../gateways/wecom/calls/update-app-card.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Telling } from './telling.ts'

const atOnce = 20

/**
 * Takes the button off cards whose matter is settled. The code of a card is of one use and of a day: refused, the card
 * stays as it is, and pressing it still tells who was quicker. Returns how many were told.
 */
export async function tellCards(
  { pool, log }: Telling,
  api: Api,
  agentId: number,
  stationId: string,
): Promise<number> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'claim-officer-cards',
      text: `update officer_notices n set not_before = clock_timestamp() + interval '45 seconds'
        where n.station_id = $1 and n.id in (select id from officer_notices where station_id = $1
          and card_words is not null and card_told_at is null and response_code is not null
          and not_before <= clock_timestamp() order by not_before limit ${atOnce} for update skip locked)
        returning n.id, n.user_id, n.response_code, n.card_words`,
      values: [stationId],
    }),
  )
  let told = 0
  for (const card of rows) {
    try {
      await updateAppCard(api, {
        agentId,
        userIds: [card.user_id],
        responseCode: card.response_code,
        words: card.card_words,
      })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      log.warn({ noticeId: card.id, errcode: error.errcode }, 'a card could not be changed')
      if (error.kind !== 'refused') continue
    }
    await inStation(pool, stationId, (tx) =>
      tx.client.query({
        name: 'note-card-told',
        text: 'update officer_notices set card_told_at = clock_timestamp() where station_id = $1 and id = $2',
        values: [stationId, card.id],
      }),
    )
    told++
  }
  return told
}
