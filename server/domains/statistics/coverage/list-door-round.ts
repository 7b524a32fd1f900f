import type { DoorRound, DoorRoundItem, DoorRoundQuery } from '../../../../contract/coverage.ts'
import type { VisitOutcome } from '../../../../contract/vocabulary.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { stationDay } from '../../../platform/station-day.ts'
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
       select h.household_id, h.village_id, h.village_group, ${householdState} as state from household_reach h
       where h.station_id = $1 and h.since_on <= $2::date and (h.until_on is null or h.until_on > $2::date) and not h.reached @> $2::date
         and ${inScope('h.village_id', 3)} and ($4::uuid is null or h.village_id = $4) and ($5::text is null or h.village_group = $5)
     ), known as (
       select f.*, x.outcome, x.visited_at, x.officer_id, o.opted_out_at,
         greatest(case when x.outcome = 'refused' then x.visited_at end, o.opted_out_at) as refused_at
       from found f
       left join lateral (select w.outcome, w.visited_at, w.officer_id from door_visits w
         where w.station_id = $1 and w.household_id = f.household_id order by w.visited_at desc, w.recorded_at desc, w.id desc limit 1) x on true
       left join lateral (select max(c.opted_out_at) as opted_out_at from residents r
         join contacts c on c.station_id = $1 and c.resident_id = r.id and c.opted_out_at is not null
         where r.station_id = $1 and r.household_id = f.household_id) o on true
     ), judged as (
       select *, (refused_at at time zone 'Asia/Shanghai')::date + ${restDays} as rests_until from known
     ), shown as (
       select *, count(*) over ()::int as total from judged j
       join (select id, address from households where station_id = $1) d on d.id = j.household_id
       join (select id as village, name, position from villages where station_id = $1) v on v.village = j.village_id
       where $6::boolean or j.rests_until is null or j.rests_until <= $2::date
       order by v.position, j.village_id, door_order(j.village_group), door_order(d.address), j.household_id offset $7 limit $8
     )
     select s.*, p.id as person_id, p.name as person, p.head, a.name as officer,
       case when s.rests_until > $2::date then s.rests_until::text end as rests,
       (select count(*)::int from judged where rests_until > $2::date) as resting
     from (select 1) one left join shown s on true
     left join officers a on a.station_id = $1 and a.id = s.officer_id
     left join lateral (select r.id, r.name, coalesce(m.head, false) as head from residents r
       left join household_members m on m.station_id = $1 and m.resident_id = r.id and m.household_id = s.household_id
         and m.tie = 'lives' and m.ended_on is null
       where r.station_id = $1 and r.household_id = s.household_id order by 3 desc, r.created_at, r.id limit 1) p on true
     order by s.position, s.village_id, door_order(s.village_group), door_order(s.address), s.household_id`,
    [
      tx.stationId,
      today,
      villageScope(session),
      villageId ?? null,
      groupOf(group),
      resting === 'yes',
      skip,
      limit + 1,
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
