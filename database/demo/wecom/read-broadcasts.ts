import type { BroadcastSeed, MomentSeed } from '../../../server/gateways/wecom/twin/seed/corporation-seed.ts'
import type { Tx } from '../../../server/platform/tenancy.ts'

const statuses: Record<string, 0 | 1 | 2 | 3> = { reached: 1, failed: 2 }

/** Mass messages that the station still asks about: confirmed or not, they are there after a restart. */
export async function readBroadcasts({ client, stationId }: Tx): Promise<BroadcastSeed[]> {
  const { rows } = await client.query(
    `select t.wecom_id, t.channel, t.account, t.asked_at, v.title, v.body, c.confirmed_at,
       coalesce((select json_agg(json_build_object('id', g.target, 'state', g.state, 'at', g.settled_at) order by g.target)
         from broadcast_targets g where g.station_id = $1 and g.task_id = t.id), '[]') as targets
     from broadcast_tasks t
     join lateral (select title, body from broadcast_versions v where v.station_id = $1 and v.broadcast_id = t.broadcast_id
       order by v.version desc limit 1) v on true
     left join broadcast_confirmations c on c.station_id = $1 and c.task_id = t.id and c.account = t.account
     where t.station_id = $1 and t.state = 'asked' and t.channel in ('groups', 'contacts') and t.wecom_id is not null`,
    [stationId],
  )
  return rows.map((row) => ({
    msgid: row.wecom_id,
    chatType: row.channel === 'groups' ? 'group' : 'single',
    userid: row.account,
    createdAt: row.asked_at.getTime(),
    text: `${row.title}\n${row.body}`,
    confirmedAt: row.confirmed_at?.getTime() ?? null,
    targets: (row.targets as { id: string; state: string; at: string | null }[]).map(({ id, state, at }) => ({
      id,
      status: statuses[state] ?? 0,
      sentAt: at === null ? 0 : Date.parse(at),
    })),
  }))
}

/** The same of posts in Moments that are made already. */
export async function readMoments({ client, stationId }: Tx): Promise<MomentSeed[]> {
  const { rows } = await client.query(
    `select t.moment_id, t.asked_at, v.title, v.body,
       coalesce((select json_agg(json_build_object('userid', c.account, 'published', c.confirmed_at is not null) order by c.account)
         from broadcast_confirmations c where c.station_id = $1 and c.task_id = t.id), '[]') as officers
     from broadcast_tasks t
     join lateral (select title, body from broadcast_versions v where v.station_id = $1 and v.broadcast_id = t.broadcast_id
       order by v.version desc limit 1) v on true
     where t.station_id = $1 and t.state = 'asked' and t.channel = 'moments' and t.moment_id is not null`,
    [stationId],
  )
  return rows.map((row) => ({
    momentId: row.moment_id,
    createdAt: row.asked_at.getTime(),
    text: `${row.title}\n${row.body}`,
    officers: row.officers,
  }))
}
