import type { Tx } from '../../platform/tenancy.ts'

export type ChannelTrouble = { key: string; count: number }

/** Nothing of the way may stand still longer than this without being noticed. */
const stallSeconds = 150
/** The sweep comes every five minutes; an account that nothing was heard of for three of them is deaf. */
const deafSeconds = 900
/** A callback may be late; the message was found by a sweep, and so long after it none has come for the account. */
const uncalledSeconds = 300

/** What is wrong with the channel now, by what the database says: true also when the worker says nothing any more. */
export async function listChannelTroubles(tx: Tx): Promise<ChannelTrouble[]> {
  const { rows } = await tx.client.query({
    name: 'list-wechat-troubles',
    text: `select
      (select count(*)::int from kf_gaps where station_id = $1 and seen_at is null) as gaps,
      (select count(*)::int from kf_accounts where station_id = $1 and granted and pulled_at is not null
         and pulled_at < clock_timestamp() - $3 * interval '1 second') as deaf,
      (select count(*)::int from kf_accounts a where station_id = $1 and uncalled_since < clock_timestamp() - $4 * interval '1 second'
         and not exists (select from kf_calls c where c.station_id = $1 and c.open_kfid in (a.open_kfid, ''))) as uncalled,
      (select count(*)::int from kf_accounts where station_id = $1
         and (wanted_at < clock_timestamp() - $2 * interval '1 second' and coalesce(pulled_at, '-infinity') < clock_timestamp() - $2 * interval '1 second'
           or granted and failing_since < clock_timestamp() - $2 * interval '1 second'))
       + (select count(distinct open_kfid)::int from kf_calls where station_id = $1
         and called_at < clock_timestamp() - $2 * interval '1 second') as stalled,
      (select count(*)::int from kf_messages where station_id = $1 and handled_at is null and troubled_at is null
         and pulled_at < clock_timestamp() - $2 * interval '1 second') as unhandled,
      (select count(*)::int from message_deliveries where station_id = $1 and state in ('queued', 'sending')
         and queued_at < clock_timestamp() - $2 * interval '1 second') as unsent,
      (select count(*)::int from wechat_channels c where c.station_id = $1
         and coalesce(c.canary_at, c.configured_at) < clock_timestamp() - $2 * interval '1 second'
         and exists (select from wechat_secrets s where s.station_id = $1 and s.kind = 'callback' and s.retires_at is null)) as canary,
      (select count(distinct external_userid)::int from kf_rejections where station_id = $1 and rejected) as rejected,
      (select count(*)::int from phone_tasks where station_id = $1 and done_at is null) as phone,
      (select count(*)::int from wechat_letters where station_id = $1 and settled_at is null and replayed_at is null) as letters`,
    values: [tx.stationId, stallSeconds, deafSeconds, uncalledSeconds],
  })
  return Object.entries(rows[0])
    .filter(([, count]) => Number(count) > 0)
    .map(([key, count]) => ({ key, count: Number(count) }))
}
