import type { CallbackEvent } from '../../../gateways/wecom/read-callback-event.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/tenancy.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A button of one of our cards, put down in the transaction that keeps the callback, with the job that acts on it. */
export async function keepCardPress(
  { jobs }: Pick<Context, 'jobs'>,
  tx: Tx,
  event: CallbackEvent & { kind: 'card' },
  digest: string,
): Promise<void> {
  if (event.eventKey !== 'take' || !uuid.test(event.taskId) || !event.fromUserName) return
  await tx.client.query({
    name: 'keep-card-press',
    text: `insert into officer_card_presses (station_id, digest, notice_id, user_id, response_code)
      values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [tx.stationId, digest, event.taskId, event.fromUserName, event.responseCode],
  })
  await jobs.send(tx, 'take-card-press', { stationId: tx.stationId, digest })
}
