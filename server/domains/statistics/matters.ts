import type { Tx } from '../../platform/tenancy.ts'
import type { Filter } from './figure.ts'
import type { Period } from './periods.ts'

/**
 * The matters of one or more periods as a query named `matters`: cases, and conversations that were closed without
 * becoming a case; what was merged counts by the record that survives. A matter belongs to where it was first closed,
 * unless the station itself took that closing back. Parameters $1–$6 come from mattersValues.
 *
 * One query reads the rows of three domains, since a figure over ten thousand matters can't ask for them one by one;
 * it never writes. Several periods go in together because planning and joining cost more than counting.
 *
 * Columns: period (its place in the list, from 1), period_ends_at, kind, id, number, contact_id, conversation_id,
 * assignee_id, channel, scenario, village_id (place of the matter, else the household's, else the sender's), opened_at,
 * closed_at, settlement, emergency (once set by a person it stays), dispatched, told_at, verdict, changed_at, party,
 * week_ends_at, came_back_at.
 */
export const mattersQuery = `
periods as (
  select p.period, p.starts_at, p.ends_at from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as p(starts_at, ends_at, period)
), said_emergency as (
  select conversation_id, max(corrected_at) as at from triage_corrections
  where station_id = $1 and field = 'emergency' and person_value = 'true' group by conversation_id
), closed_conversations as (
  select p.period, p.ends_at as period_ends_at, 'conversation' as kind, c.id, c.number, c.contact_id, c.id as conversation_id, c.assignee_id, c.channel, c.scenario,
    c.village_id, c.opened_at, x.closed_at, x.settlement, x.reopened_at, x.id as closing_id
  from periods p
  join closures x on x.station_id = $1 and x.closed_at >= p.starts_at and x.closed_at < p.ends_at
  join conversations c on c.station_id = $1 and c.id = x.conversation_id and c.merged_into is null
  where (x.reopened_at is null or x.reopened_by = 'resident')
    and not exists (select from closures e where e.station_id = $1 and e.conversation_id = x.conversation_id
      and e.closed_at < x.closed_at and (e.reopened_at is null or e.reopened_by = 'resident'))
    and not exists (select from cases k where k.station_id = $1 and k.conversation_id = x.conversation_id)
), said_of_conversations as (
  select m.*, r.verdict, y.emergency or s.conversation_id is not null as emergency, y.dispatched, y.told_at,
    greatest(y.changed_at, s.at) as changed_at
  from closed_conversations m
  cross join lateral (
    select bool_or(emergency) as emergency, bool_or(settlement = 'scene') as dispatched,
      min(outcome_told_at) as told_at, max(greatest(reopened_at, closed_at)) as changed_at
    from closures where station_id = $1 and conversation_id = m.id
  ) y
  left join ratings r on r.station_id = $1 and r.closure_id = m.closing_id
  left join said_emergency s on s.conversation_id = m.id
), decided as (
  select o.*, o.reopened_at is null or exists (
      select from case_status_changes c where c.station_id = $1 and c.case_id = o.case_id and c.by_resident
        and c.changed_at between o.reopened_at - interval '1 second' and o.reopened_at + interval '1 second'
    ) as stands
  from case_outcomes o
  where o.station_id = $1 and o.case_id in (select d.case_id from periods p
    join case_outcomes d on d.station_id = $1 and d.decided_at >= p.starts_at and d.decided_at < p.ends_at)
), said_of_cases as (
  select case_id, bool_or(emergency) as emergency, bool_or(settlement = 'scene') as dispatched, min(told_at) as told_at,
    max(greatest(reopened_at, decided_at)) as changed_at
  from decided group by case_id
), first_decided as (
  select distinct on (case_id) case_id, id, decided_at, settlement, reopened_at
  from decided where stands order by case_id, decided_at
), decided_cases as (
  select p.period, p.ends_at as period_ends_at, 'case' as kind, k.id, k.number, k.contact_id, k.conversation_id, k.assignee_id, k.channel, k.scenario,
    k.village_id, k.opened_at, d.decided_at as closed_at, d.settlement, d.reopened_at, d.id as closing_id, r.verdict,
    k.emergency or y.emergency or s.conversation_id is not null as emergency, y.dispatched, y.told_at,
    greatest(y.changed_at, s.at) as changed_at
  from periods p
  join first_decided d on d.decided_at >= p.starts_at and d.decided_at < p.ends_at
  join cases k on k.station_id = $1 and k.id = d.case_id and k.merged_into is null
  join said_of_cases y on y.case_id = d.case_id
  left join case_ratings r on r.station_id = $1 and r.outcome_id = d.id
  left join said_emergency s on s.conversation_id = k.conversation_id
), placed as (
  select m.period, m.period_ends_at, m.kind, m.id, m.number, m.contact_id, m.conversation_id, m.assignee_id, m.channel,
    m.scenario, coalesce(m.village_id, h.village_id, t.village_id) as village_id, m.opened_at, m.closed_at, m.settlement,
    m.reopened_at, m.emergency, m.dispatched, m.told_at, m.verdict, m.changed_at,
    coalesce(r.household_id, r.id, t.id) as party, m.closed_at + interval '7 days' as week_ends_at
  from (select * from said_of_conversations union all select * from decided_cases) m
  left join contacts t on t.station_id = $1 and t.id = m.contact_id
  left join residents r on r.station_id = $1 and r.id = coalesce(t.resident_id, case when m.contact_id is null then (
    select p.resident_id from case_people p where p.station_id = $1 and p.case_id = m.id and p.part = 'applicant'
      and p.removed_at is null order by p.added_at limit 1) end)
  left join households h on h.station_id = $1 and h.id = r.household_id
), chosen as materialized (
  select * from placed where ($6::text is null or channel = $6)
    and ($5::text is null or case when $5 = 'unknown' then village_id is null else village_id::text = $5 end)
), asked_again as materialized (
  select coalesce(r.household_id, r.id, t.id) as party, q.period, q.scenario, q.conversation_id, q.at
  from (
    select p.period, c.contact_id, c.scenario, c.id as conversation_id, c.opened_at as at, null::uuid as applicant_id
    from periods p
    join conversations c on c.station_id = $1 and c.opened_at > p.starts_at and c.opened_at <= p.ends_at + interval '7 days'
    union all
    select p.period, k.contact_id, k.scenario, null, k.opened_at, a.resident_id from periods p
    join cases k on k.station_id = $1 and k.opened_at > p.starts_at and k.opened_at <= p.ends_at + interval '7 days'
    left join case_people a on a.station_id = $1 and a.case_id = k.id and a.part = 'applicant' and a.removed_at is null
      and k.contact_id is null
    where k.conversation_id is null
  ) q
  left join contacts t on t.station_id = $1 and t.id = q.contact_id
  left join residents r on r.station_id = $1 and r.id = coalesce(t.resident_id, q.applicant_id)
), returns as (
  select m.kind, m.id, min(q.at) as at from chosen m
  join asked_again q on q.party = m.party and q.scenario = m.scenario and q.period = m.period and q.at > m.closed_at and q.at <= m.week_ends_at
    and q.conversation_id is distinct from m.conversation_id
  group by m.kind, m.id
), repeats as (
  select m.id, min(k.opened_at) as at from chosen m
  join case_links l on l.station_id = $1 and l.kind = 'repeat' and m.id in (l.case_id, l.other_case_id)
  join cases k on k.station_id = $1 and k.id in (l.case_id, l.other_case_id) and k.id <> m.id
    and k.opened_at > m.closed_at and k.opened_at <= m.week_ends_at
  where m.kind = 'case' group by m.id
), wrote_again as (
  select m.id, min(w.sent_at) as at from chosen m
  join messages w on w.station_id = $1 and w.conversation_id = m.conversation_id and w.direction = 'inbound'
    and w.sent_at > m.closed_at and w.sent_at <= m.week_ends_at
  where m.kind = 'case' group by m.id
), matters as (
  select m.*, least(case when m.reopened_at <= m.week_ends_at then m.reopened_at end, a.at, b.at, w.at) as came_back_at
  from chosen m
  left join returns a on a.kind = m.kind and a.id = m.id
  left join repeats b on b.id = m.id
  left join wrote_again w on w.id = m.id
)`

/** The conditions figures are made of, on a row of `matters`; $4 is the moment of reading. */
export const matterConditions = {
  all: 'true',
  nonEmergency: 'not emergency',
  /** Closed without a dispatch and nobody came back within 7 × 24 hours of the closing. */
  diverted: 'not emergency and not dispatched and came_back_at is null',
  /** Diverted so far, but the seven days are not over. */
  undecided: 'not emergency and not dispatched and came_back_at is null and week_ends_at > $4',
  counter: `not emergency and settlement = 'counter'`,
  /** Told the result, and has a door through which to object. */
  told: 'told_at is not null and contact_id is not null',
  rated: 'verdict is not null',
  helped: `verdict = 'helped'`,
  changedLater: 'changed_at >= period_ends_at',
} as const
export type MatterCondition = keyof typeof matterConditions

/** The parameters of the query: all periods are read at the same moment. */
export function mattersValues(tx: Tx, periods: Period[], filter: Filter): unknown[] {
  const starts = periods.map((period) => period.start)
  const ends = periods.map((period) => period.end)
  return [tx.stationId, starts, ends, periods[0]!.now, filter.village, filter.channel]
}
