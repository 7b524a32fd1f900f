import { settledState } from './household-state.ts'

/** SQL: the day of a moment where the station is. */
const dayOf = (moment: string) => `(${moment} at time zone 'Asia/Shanghai')::date`

/** SQL: days from `from` on, until `to` (not counted any more); open when there is no `to`, empty when it lies before. */
const days = (from: string, to: string) =>
  `daterange(${from}, case when ${to} is not null then greatest(${from}, ${to}) end)`

const telephone = `p.ended_at is null and p.whose in ('own', 'family')`

/**
 * SQL that writes the rows of household_reach of one station ($1): of the households $2, or of all. This is the
 * definition of who is within reach (household_coverage): a contact that is not deleted, not opted out and has not
 * removed every work account without writing since, of a person who lived in the household on that day. Where nobody
 * wrote down since when she lives there ('recorded', 'imported' on the very day), she counts as always having done so.
 */
export function reachSql(scope: 'all' | 'some'): string {
  const only = (condition: string) => (scope === 'some' ? condition : '')
  return `with target as materialized (
  select h.id, h.village_id, h.village_group, door_order(h.village_group || ' ' || h.address) as door_key, h.resident_since_on as since_on, h.resident_until_on as until_on,
    daterange(h.resident_since_on, h.resident_until_on)::datemultirange as resident
  from households h where h.station_id = $1 and h.ended_how is distinct from 'corrected'
    and (h.resident_until_on is null or h.resident_until_on > h.resident_since_on) ${only('and h.id = any($2::uuid[])')}
), lives as materialized (
  select t.id as household_id, m.resident_id, daterange(case when m.began_how not in ('recorded', 'imported')
    or m.began_on < ${dayOf('m.recorded_at')} then m.began_on end, m.ended_on)::datemultirange as during
  from target t join household_members m on m.station_id = $1 and m.household_id = t.id
  where m.tie = 'lives' and m.ended_how is distinct from 'corrected'
  union all
  select t.id, r.id, datemultirange(daterange(null, null)) from target t join residents r on r.station_id = $1 and r.household_id = t.id
  where not exists (select from household_members m where m.station_id = $1 and m.resident_id = r.id and m.tie = 'lives')
), stray as materialized (
  select c.id, c.phone from contacts c where c.station_id = $1 and c.resident_id is null and c.phone <> ''
    ${only(`and c.phone in (select r.phone from target t join residents r on r.station_id = $1 and r.household_id = t.id
      union all select p.phone from target t join residents r on r.station_id = $1 and r.household_id = t.id
        join resident_phones p on p.station_id = $1 and p.resident_id = r.id and ${telephone})`)}
), guesses as materialized (
  select s.id, g.household_id from stray s cross join lateral (
    select min(x.household_id::text)::uuid as household_id from (
      select r.household_id from residents r where r.station_id = $1 and r.phone = s.phone and r.phone <> '' and r.household_id is not null
      union all
      select r.household_id from resident_phones p join residents r on r.station_id = $1 and r.id = p.resident_id
      where p.station_id = $1 and p.phone = s.phone and ${telephone} and r.household_id is not null) x
    having count(distinct x.household_id) = 1) g
), doors as materialized (
  select l.household_id, l.during, true as certain, c.id, c.created_at, least(c.removed_at, c.opted_out_at) as ended_at
  from lives l join contacts c on c.station_id = $1 and c.resident_id = l.resident_id
  union all
  select g.household_id, datemultirange(daterange(null, null)), false, c.id, c.created_at, least(c.removed_at, c.opted_out_at)
  from guesses g join contacts c on c.station_id = $1 and c.id = g.id
), gone as (
  select distinct w.contact_id, least(w.left_at, w.ended_at) as at from work_contacts w
  where w.station_id = $1 and (w.left_at is not null or w.ended_at is not null) and w.contact_id in (select id from doors)
), gaps as materialized (
  select g.contact_id, range_agg(${days(dayOf('g.at'), dayOf('back.at'))}) as days
  from gone g cross join lateral (
    select least(
      (select min(x.followed_at) from work_contacts x where x.station_id = $1 and x.contact_id = g.contact_id and x.followed_at > g.at),
      (select min(m.sent_at) from conversations v join messages m on m.station_id = $1 and m.conversation_id = v.id
        where v.station_id = $1 and v.contact_id = g.contact_id and m.direction = 'inbound' and m.sent_at > g.at)) as at) back
  where not exists (select from work_contacts x where x.station_id = $1 and x.contact_id = g.contact_id
    and x.followed_at <= g.at and coalesce(least(x.left_at, x.ended_at), 'infinity') > g.at)
  group by g.contact_id
), reach as (
  select d.household_id, range_agg(d.live) filter (where d.certain) as certain, range_agg(d.live) filter (where not d.certain) as perhaps
  from (select d.household_id, d.certain, d.during * ${days(dayOf('d.created_at'), dayOf('d.ended_at'))}::datemultirange
      - coalesce(g.days, '{}'::datemultirange) as live
    from doors d left join gaps g on g.contact_id = d.id) d
  group by d.household_id
), absences as (
  select a.resident_id, range_agg(daterange(a.left_on, a.back_on)) as days from resident_absences a
  where a.station_id = $1 ${only('and a.resident_id in (select resident_id from lives)')} group by a.resident_id
), away as (
  select l.household_id, range_agg(l.during) - range_agg(l.during - coalesce(a.days, '{}'::datemultirange)) as days
  from lives l left join absences a on a.resident_id = l.resident_id
  where l.household_id in (select x.household_id from lives x join absences y on y.resident_id = x.resident_id)
  group by l.household_id
), phones as (
  select r.household_id from target t join residents r on r.station_id = $1 and r.household_id = t.id where r.phone <> ''
  union
  select r.household_id from resident_phones p join residents r on r.station_id = $1 and r.id = p.resident_id
  where p.station_id = $1 and ${telephone} ${only('and r.household_id in (select id from target)')}
), parted as (
  select t.*, coalesce(r.certain, '{}') * t.resident as reached, coalesce(r.perhaps, '{}') * t.resident - coalesce(r.certain, '{}') as perhaps,
    coalesce(a.days, '{}') * t.resident - coalesce(r.certain, '{}') - coalesce(r.perhaps, '{}') as away, p.household_id is not null as has_phone
  from target t left join reach r on r.household_id = t.id left join away a on a.household_id = t.id left join phones p on p.household_id = t.id
)
insert into household_reach (station_id, household_id, village_id, village_group, since_on, until_on, reached, perhaps, away, has_phone, door_key, settles_as, moved_on)
select $1, h.id, h.village_id, h.village_group, h.since_on, h.until_on, h.reached, h.perhaps, h.away, h.has_phone, h.door_key, ${settledState},
  greatest(h.since_on, h.until_on, (select max(greatest(lower(x.days), upper(x.days)))
    from (select unnest(h.reached) as days union all select unnest(h.perhaps) union all select unnest(h.away)) x))
from parted h
returning village_id, village_group, settles_as`
}
