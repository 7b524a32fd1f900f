import type { BroadcastWords } from '../../../../contract/broadcast-text.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { inStation } from '../../../platform/tenancy.ts'

/** A call to WeCom in the hands of one worker. */
export type Task = {
  stationId: string
  id: string
  broadcastId: string
  channel: 'groups' | 'contacts' | 'moments'
  account: string
  state: 'waiting' | 'asking' | 'asked'
  wecomId: string | null
  momentId: string | null
  tries: number
  polls: number
  /** Seconds since it was asked, and since a call of unknown outcome went out; by the clock of the database. */
  askedAgo: number
  calledAgo: number
  cancelWanted: boolean
  /** Which of the broadcast's calls it is, and of how many: a mark at the foot of the text. */
  part: number
  parts: number
  words: Omit<BroadcastWords, 'number'> & { number: string }
  fileIds: string[]
  /** Moments are narrowed by these. */
  tagIds: string[]
  /** As text: whoever comes later with an older one has lost the hold. */
  hold: string
}

/** Longer than a call with its repeats may take; pictures renew it one by one. */
export const holdSeconds = 120

/**
 * Takes some of what is due, for one worker each. A hold or a next look farther away than is ever given comes from a
 * clock that had jumped, and does not count.
 */
export async function claimTasks(pool: Pool, stationId: string, most: number): Promise<Task[]> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'claim-broadcast-tasks',
      text: `with due as (select t.id from broadcast_tasks t where t.station_id = $1 and t.state in ('waiting', 'asking', 'asked')
            and (t.poll_at <= clock_timestamp() or t.poll_at > clock_timestamp() + interval '2 hours')
            and (t.leased_until is null or t.leased_until < clock_timestamp() or t.leased_until > clock_timestamp() + interval '10 minutes')
          order by (t.state = 'asked'), t.poll_at limit $2 for update skip locked),
        held as (update broadcast_tasks t set leased_until = clock_timestamp() + make_interval(secs => ${holdSeconds})
          from due where t.station_id = $1 and t.id = due.id returning t.*)
        select t.id, t.broadcast_id, t.channel, t.account, t.state, t.wecom_id, t.moment_id, t.tries, t.polls, t.cancel_wanted_at,
          t.leased_until::text as hold, extract(epoch from clock_timestamp() - t.asked_at)::float as asked_ago,
          extract(epoch from clock_timestamp() - t.called_at)::float as called_ago,
          (select count(*) filter (where x.id <= t.id)::int from broadcast_tasks x where x.station_id = $1 and x.broadcast_id = t.broadcast_id) as part,
          (select count(*)::int from broadcast_tasks x where x.station_id = $1 and x.broadcast_id = t.broadcast_id) as parts,
          b.number, b.kind, b.urgency, b.about_how, v.title, v.body, v.file_ids, v.audience -> 'tagIds' as tag_ids, s.name as station_name
        from held t
        join broadcasts b on b.station_id = $1 and b.id = t.broadcast_id
        join broadcast_steps g on g.station_id = $1 and g.broadcast_id = b.id and g.step = 'started'
        join broadcast_versions v on v.station_id = $1 and v.broadcast_id = b.id and v.version = g.version
        join stations s on s.id = $1`,
      values: [stationId, most],
    }),
  )
  return rows.map((row) => ({
    stationId,
    id: row.id,
    broadcastId: row.broadcast_id,
    channel: row.channel,
    account: row.account,
    state: row.state,
    wecomId: row.wecom_id,
    momentId: row.moment_id,
    tries: row.tries,
    polls: row.polls,
    askedAgo: row.asked_ago ?? 0,
    calledAgo: row.called_ago ?? 0,
    cancelWanted: row.cancel_wanted_at !== null,
    part: row.part,
    parts: row.parts,
    words: {
      number: row.number,
      kind: row.kind,
      urgency: row.urgency,
      aboutHow: row.about_how,
      title: row.title,
      body: row.body,
      stationName: row.station_name,
    },
    fileIds: row.file_ids,
    tagIds: row.tag_ids ?? [],
    hold: row.hold,
  }))
}
