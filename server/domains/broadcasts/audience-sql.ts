import type { BroadcastAudience } from '../../../contract/broadcasts.ts'
import type { BroadcastCap } from '../../../contract/vocabulary.ts'
import { refusedBy } from '../residents/consents/notice-refusals.ts'
import type { Bind } from './bind.ts'
import { capPeriod } from './cap-rules.ts'

/** Whose question it is. Counting, listing and drawing ask with the same statements, so that they cannot differ. */
export type Wanted = {
  stationId: string
  audience: BroadcastAudience
  /** Of those who had this earlier broadcast, wherever they live now. */
  aboutId: string | null
  cap: BroadcastCap
  now: Date
}

/** True for a village that is meant, and for its 组; a village none of whose 组 is named is meant as a whole. */
export function placeSql(
  bind: Bind,
  { villageIds, villageGroups }: BroadcastAudience,
  village: string,
  group: string,
): string {
  const parts = []
  if (villageIds) parts.push(`${village} = any(${bind(villageIds, 'uuid[]')})`)
  if (villageGroups.length > 0) {
    const named = bind(
      villageGroups.map(({ villageId, name }) => `${villageId} ${name}`),
      'text[]',
    )
    // Bound only where it is used: the database refuses a parameter that stands nowhere.
    const whole = villageIds
      ? `not ${village} = any(${bind([...new Set(villageGroups.map(({ villageId }) => villageId))], 'uuid[]')})`
      : 'false'
    parts.push(`(${village}::text || ' ' || ${group} = any(${named}) or ${whole})`)
  }
  return parts.join(' and ') || 'true'
}

/** How often each had something in this period, as we asked for it; what is still open counts. */
function usedSql(
  bind: Bind,
  { stationId, cap, now }: Wanted,
  channel: 'contacts' | 'groups',
  column: string,
): string {
  const [station, since] = [bind(stationId, 'uuid'), bind(capPeriod(cap, now).since, 'timestamptz')]
  return `select t.${column} as id, count(*)::int as times
    from broadcast_steps s
    join broadcast_targets t on t.station_id = ${station} and t.broadcast_id = s.broadcast_id and t.channel = '${channel}'
    where s.station_id = ${station} and s.step = 'started' and s.at >= ${since} - interval '31 days'
      and t.${column} is not null and t.state in ('waiting', 'asked', 'reached') and coalesce(t.settled_at, s.at) >= ${since}
    group by t.${column}`
}

const had = (bind: Bind, { stationId, aboutId }: Wanted, channel: string, target: string) =>
  `exists (select from broadcast_targets t where t.station_id = ${bind(stationId, 'uuid')}
    and t.broadcast_id = ${bind(aboutId, 'uuid')} and t.channel = '${channel}' and t.target = ${target} and t.state <> 'left_out')`

/**
 * One row a WeChat contact that is meant: contact_id, target (her id in WeCom), household_id, village_id, account (the
 * work account that writes to her: of those that have her the one that added her last), times in this period, and
 * reason when she is left out. Of Moments only the tags narrow, and no cap is known.
 */
export function contactsSql(bind: Bind, wanted: Wanted, channel: 'contacts' | 'moments'): string {
  const { stationId, audience, aboutId } = wanted
  const station = bind(stationId, 'uuid')
  const wheres = [`p.station_id = ${station}`]
  if (aboutId) wheres.push(had(bind, wanted, channel, 'p.external_userid'))
  else {
    if (audience.tagIds.length > 0) wheres.push('f.tagged')
    if (channel === 'contacts') {
      wheres.push(placeSql(bind, audience, 'coalesce(c.village_id, h.village_id)', 'h.village_group'))
      if (audience.needs.length > 0) wheres.push(`r.needs && ${bind(audience.needs, 'text[]')}`)
      if (audience.languages.length > 0) wheres.push(`r.languages && ${bind(audience.languages, 'text[]')}`)
    }
  }
  const most = capPeriod(wanted.cap, wanted.now).most
  const capped = channel === 'contacts' ? `when u.times >= ${bind(most, 'integer')} then 'quota'` : ''
  return `with follows as materialized (
      select w.contact_id,
        (array_agg(w.user_id order by w.followed_at desc, w.user_id)
          filter (where w.ended_at is null and w.left_at is null and not w.half and a.gone_at is null))[1] as account,
        bool_or(w.left_at is not null and w.ended_at is null) as has_left,
        bool_or(w.ended_at is null and w.tag_ids && ${bind(audience.tagIds, 'text[]')}) as tagged
      from work_contacts w join work_accounts a on a.station_id = ${station} and a.user_id = w.user_id
      where w.station_id = ${station} group by w.contact_id
    ), refused as materialized (${refusedBy(station)}), used as materialized (${usedSql(bind, wanted, 'contacts', 'contact_id')})
    select c.id as contact_id, p.external_userid as target, h.id as household_id, coalesce(c.village_id, h.village_id) as village_id,
      f.account, coalesce(u.times, 0) as times, 0 as members,
      case when c.removed_at is not null then 'removed'
        when c.opted_out_at is not null then 'opted_out'
        when n.resident_id is not null then 'no_consent'
        when f.account is null and f.has_left then 'left'
        when f.account is null then 'no_account'
        ${capped} end as reason
    from external_people p
    join contacts c on c.station_id = ${station} and c.id = p.contact_id
    left join residents r on r.station_id = ${station} and r.id = c.resident_id
    left join households h on h.station_id = ${station} and h.id = r.household_id
    left join follows f on f.contact_id = c.id
    left join refused n on n.resident_id = c.resident_id
    left join used u on u.id = c.id
    where ${wheres.join(' and ')}`
}

/** One row a chat that is meant: group_id, target (its id in WeCom), village_id, account (its owner), members, times, and reason when left out. */
export function groupsSql(bind: Bind, wanted: Wanted): string {
  const { stationId, audience, aboutId } = wanted
  const station = bind(stationId, 'uuid')
  const wheres = [`g.station_id = ${station}`, 'g.dismissed_at is null']
  if (aboutId) wheres.push(had(bind, wanted, 'groups', 'coalesce(g.chat_id, g.id::text)'))
  else {
    if (audience.villageIds) wheres.push(`g.village_id = any(${bind(audience.villageIds, 'uuid[]')})`)
    if (audience.groupIds) wheres.push(`g.id = any(${bind(audience.groupIds, 'uuid[]')})`)
  }
  return `with used as materialized (${usedSql(bind, wanted, 'groups', 'group_id')})
    select g.id as group_id, coalesce(g.chat_id, g.id::text) as target, null::uuid as household_id, g.village_id,
      nullif(g.owner_account, '') as account, coalesce(u.times, 0) as times, g.member_count as members,
      case when g.chat_id is null or a.user_id is null then 'no_account'
        when u.times >= ${bind(capPeriod(wanted.cap, wanted.now).most, 'integer')} then 'quota' end as reason
    from chat_groups g
    left join work_accounts a on a.station_id = ${station} and a.user_id = g.owner_account and a.gone_at is null
    left join used u on u.id = g.id
    where ${wheres.join(' and ')}`
}

/** One row a village that is meant, for the residents' page and the loudspeaker. */
export function villagesSql(bind: Bind, { stationId, audience }: Wanted): string {
  const wheres = [`v.station_id = ${bind(stationId, 'uuid')}`, 'v.retired_at is null']
  if (audience.villageIds) wheres.push(`v.id = any(${bind(audience.villageIds, 'uuid[]')})`)
  return `select v.id::text as target, v.id as village_id from villages v where ${wheres.join(' and ')}`
}
