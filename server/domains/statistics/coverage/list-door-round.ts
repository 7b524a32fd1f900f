import type { DoorRound, DoorRoundItem, DoorRoundQuery } from '../../../../contract/coverage.ts'
import type { VisitOutcome } from '../../../../contract/vocabulary.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { addDays, startOfDay, stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { inScope, villageScope } from '../../residents/visibility.ts'
import { householdState } from './household-state.ts'
import { groupOf, pageOf, readSkip } from './paging.ts'
import { refreshReach } from './refresh-reach.ts'

/** For so long nobody knocks where somebody said no, at the door or by opting out. */
export const restDays = 90

type Row = {
  household_id: string
  address: string
  village_id: string
  name: string
  village_group: string
  state: DoorRoundItem['reach']
  person_id: string | null
  person: string | null
  head: boolean | null
  outcome: VisitOutcome | null
  visited_at: Date
  officer: string
  rests: string | null
}

/**
 * The doors nobody has been reached at, in the order in which one walks. Who said no in the last 90 days is left out
 * unless asked for. An auxiliary sees her villages only.
 */
export async function listDoorRound(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { villageId, group, resting, after, limit = 50 }: DoorRoundQuery,
  now: Date,
): Promise<DoorRound> {
  const skip = readSkip(after)
  const today = stationDay(now)
  await refreshReach(tx)
  const { rows } = await tx.client.query(
    `with found as (
       select h.household_id, h.village_id, h.village_group, h.door_key, ${householdState} as state from household_reach h
       where h.station_id = $1 and h.since_on <= $2::date and (h.until_on is null or h.until_on > $2::date) and not h.reached @> $2::date
         and ${inScope('h.village_id', 3)} and ($4::uuid is null or h.village_id = $4) and ($5::text is null or h.village_group = $5)
     ), visits as (
       select distinct on (household_id) household_id, outcome, visited_at, officer_id from door_visits
       where station_id = $1 order by household_id, visited_at desc, recorded_at desc, id desc
     ), refusals as (
       select household_id, max((at at time zone 'Asia/Shanghai')::date) + ${restDays} as rests_until
       from (select household_id, visited_at as at from visits where outcome = 'refused'
         union all select r.household_id, c.opted_out_at from contacts c join residents r on r.station_id = $1 and r.id = c.resident_id
         where c.station_id = $1 and c.opted_out_at > $9::timestamptz and r.household_id is not null) n
       group by household_id
     ), judged as (
       select f.*, case when n.rests_until > $2::date then n.rests_until end as rests from found f left join refusals n using (household_id)
     ), shown as (
       select j.*, v.name, v.position, count(*) over ()::int as total from judged j join villages v on v.station_id = $1 and v.id = j.village_id
       where $6::boolean or j.rests is null
       order by v.position, j.village_id, j.door_key, j.household_id offset $7 limit $8
     )
     select s.household_id, s.village_id, s.village_group, s.state, s.name, s.total, s.rests::text, d.address, x.outcome, x.visited_at,
       a.name as officer, p.id as person_id, p.name as person, p.head, (select count(*)::int from judged where rests is not null) as resting
     from (select 1) one left join shown s on true
     left join households d on d.station_id = $1 and d.id = s.household_id
     left join visits x on x.household_id = s.household_id
     left join officers a on a.station_id = $1 and a.id = x.officer_id
     left join lateral (select r.id, r.name, coalesce(m.head, false) as head from residents r
       left join household_members m on m.station_id = $1 and m.resident_id = r.id and m.household_id = s.household_id
         and m.tie = 'lives' and m.ended_on is null
       where r.station_id = $1 and r.household_id = s.household_id order by 3 desc, r.created_at, r.id limit 1) p on true
     order by s.position, s.village_id, s.door_key, s.household_id`,
    [
      tx.stationId,
      today,
      villageScope(session),
      villageId ?? null,
      groupOf(group),
      resting === 'yes',
      skip,
      limit + 1,
      startOfDay(addDays(today, -restDays)),
    ],
  )
  const { page, next } = pageOf(
    rows.filter((row) => row.household_id !== null),
    skip,
    limit,
  )
  const ids = page.flatMap((row) => [row.household_id, row.person_id])
  await recordListed(tx, actor, 'door_round.listed', ids)
  return { items: page.map(asItem), next, total: rows[0]?.total ?? 0, resting: rows[0]?.resting ?? 0 }
}

/** Of a row as the query above names it. */
function asItem(row: Row): DoorRoundItem {
  return {
    householdId: row.household_id,
    door: row.address,
    villageId: row.village_id,
    village: row.name,
    group: row.village_group,
    reach: row.state,
    person: row.person ?? '',
    isHead: row.head ?? false,
    lastVisit: row.outcome
      ? { outcome: row.outcome, visitedAt: row.visited_at.toISOString(), officerName: row.officer }
      : null,
    restsUntil: row.rests,
  }
}
