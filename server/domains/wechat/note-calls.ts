import type { Tx } from '../../platform/tenancy.ts'

/**
 * What callbacks have told since the last time is noted on their accounts: they are wanted, by the newest token. A
 * callback that is being stored meanwhile is seen the next time.
 */
export async function noteCalls(tx: Tx): Promise<void> {
  await tx.client.query({
    name: 'note-kf-calls',
    // What another worker has in hand is noted by it.
    text: `with taken as (
        delete from kf_calls where station_id = $1 and place = any(array(
          select place from kf_calls where station_id = $1 for update skip locked))
        returning open_kfid, token, place, called_at
      ), meant as (
        select open_kfid, token, place, called_at from taken where open_kfid <> ''
        union all
        select a.open_kfid, t.token, t.place, t.called_at from taken t
        join kf_accounts a on a.station_id = $1 where t.open_kfid = ''
      )
      insert into kf_accounts as k (station_id, open_kfid, wanted_at, wanted_token)
      select distinct on (open_kfid) $1, open_kfid, called_at, token from meant order by open_kfid, place desc
      on conflict (station_id, open_kfid) do update set wanted_at = greatest(k.wanted_at, excluded.wanted_at),
        wanted_token = excluded.wanted_token, uncalled_since = null`,
    values: [tx.stationId],
  })
}
