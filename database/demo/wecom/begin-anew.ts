import type { Tx } from '../../../server/platform/tenancy.ts'

/**
 * The twin lives in memory: with each start its logs of messages begin anew. A cursor of an earlier life belongs to a log
 * that is gone. Kept, it would be refused at the first pull; and the time since that pull would be noted as a gap, although
 * the log that began after it has lost nothing. What an earlier life called out, and what it did not answer, is over too; the tickets
 * it gave are unknown to this one, which would refuse every sidebar.
 */
export async function beginAnew({ client, stationId }: Tx): Promise<void> {
  await client.query('delete from kf_calls where station_id = $1', [stationId])
  await client.query('delete from wechat_tickets where station_id = $1', [stationId])
  await client.query(
    `update kf_accounts set cursor = '', pulled_at = null, wanted_at = null, wanted_token = null, uncalled_since = null,
       failing_since = null, fail_code = null, not_before = null, leased_until = null
     where station_id = $1`,
    [stationId],
  )
  await client.query('update wechat_channels set call_error = null where station_id = $1', [stationId])
}
