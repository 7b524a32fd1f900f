import type { Tx } from '../../platform/tenancy.ts'

/** Callbacks are hints: a week after they were followed they are of no use. What could not be read stays. */
export async function tidyEnvelopes(tx: Tx): Promise<void> {
  await tx.client.query(
    `delete from wechat_envelopes where station_id = $1 and handled_at is not null
     and (received_at < clock_timestamp() - interval '7 days'
       or event = 'canary' and received_at < clock_timestamp() - interval '1 hour')`,
    [tx.stationId],
  )
  await tx.client.query(
    `delete from wechat_hints where station_id = $1 and handled_at < clock_timestamp() - interval '7 days'`,
    [tx.stationId],
  )
}
