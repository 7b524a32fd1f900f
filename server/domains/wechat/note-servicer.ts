import type { Context } from '../../platform/context.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { memberName } from '../officers/wecom/member-views.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'

type Noting = Pick<Context, 'pool'>

/** A colleague began or stopped to serve an account in the client. Events may come late: the newest counts. */
export async function noteServing(
  { pool }: Noting,
  stationId: string,
  item: Item,
  memberId: string,
  { status, stopType }: { status: number; stopType: number | undefined },
): Promise<Handled> {
  // The event says 1 for serving, where the list says 0.
  if (!memberId || (status !== 1 && status !== 2)) return { failCode: 'unknown_status' }
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `insert into kf_servicers as s (station_id, open_kfid, user_id, serving, stop_type, changed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (station_id, open_kfid, user_id) do update set serving = excluded.serving, stop_type = excluded.stop_type,
         changed_at = excluded.changed_at where s.changed_at <= excluded.changed_at`,
      [stationId, item.openKfid, memberId, status === 1, stopType ?? null, item.sentAt],
    ),
  )
  return {}
}

/** A colleague switched a resident's messages off in the client, or on again: what she writes meanwhile reaches nobody. */
export async function noteRejection(
  { pool }: Noting,
  stationId: string,
  item: Item,
  memberId: string,
  on: boolean,
): Promise<Handled> {
  if (!item.externalUserId) return { failCode: 'nobody_named' }
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `insert into kf_rejections as r (station_id, open_kfid, external_userid, user_id, rejected, changed_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (station_id, open_kfid, external_userid, user_id) do update set rejected = excluded.rejected,
         changed_at = excluded.changed_at where r.changed_at <= excluded.changed_at`,
      [stationId, item.openKfid, item.externalUserId, memberId, on, item.sentAt],
    ),
  )
  return {}
}

const accountName = `coalesce(nullif((select a.name from kf_accounts a where a.station_id = $1 and a.open_kfid = s.open_kfid), ''), s.open_kfid)`

/** Who of the colleagues does not serve an account now. */
export async function listStopped(
  tx: Tx,
): Promise<{ account: string; who: string; forAWhile: boolean; since: string }[]> {
  const { rows } = await tx.client.query(
    `select ${accountName} as account, ${memberName('$1', 's.user_id')} as who, s.stop_type = 1 as a_while, s.changed_at
     from kf_servicers s where s.station_id = $1 and not s.serving order by s.changed_at desc limit 50`,
    [tx.stationId],
  )
  return rows.map((row) => ({
    ...{ account: row.account, who: row.who, forAWhile: row.a_while ?? false },
    since: row.changed_at.toISOString(),
  }))
}

/** How many residents' messages each colleague has switched off; who they are is nothing for the set-up page. */
export async function countRejected(tx: Tx): Promise<{ account: string; who: string; count: number }[]> {
  const { rows } = await tx.client.query(
    `select ${accountName} as account, ${memberName('$1', 's.user_id')} as who, count(*)::int as count
     from kf_rejections s where s.station_id = $1 and s.rejected group by s.open_kfid, s.user_id order by 1, 2 limit 50`,
    [tx.stationId],
  )
  return rows
}
