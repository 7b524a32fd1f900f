import type { Tx } from '../../../platform/tenancy.ts'
import { asShare, type FigureDefinition, type Filter } from '../figure.ts'
import type { Period } from '../periods.ts'
import { readRows } from '../rows-query.ts'

/** Service cases finished in the period; what the resident took back was never finished. $4 is now. */
const finished = `finished as (
  select k.id, k.number, k.title, coalesce(k.village_id, h.village_id, t.village_id) as village_id, k.assignee_id,
    k.scenario, k.channel, k.finished_at,
    (k.opened_at at time zone 'Asia/Shanghai')::date = (k.finished_at at time zone 'Asia/Shanghai')::date as same_day,
    round((extract(epoch from k.finished_at - k.opened_at) / 60)::numeric, 1) as minutes
  from cases k
  left join contacts t on t.station_id = $1 and t.id = k.contact_id
  left join residents r on r.station_id = $1 and r.id = t.resident_id
  left join households h on h.station_id = $1 and h.id = r.household_id
  where k.station_id = $1 and k.kind = 'service' and k.merged_into is null and k.finished_at >= $2 and k.finished_at < $3
    and k.finished_at <= $4 and not exists (select from case_outcomes o where o.station_id = $1 and o.case_id = k.id
      and o.settlement = 'withdrawn' and o.reopened_at is null)
), kept as (
  select * from finished where ($6::text is null or channel = $6)
    and ($5::text is null or case when $5 = 'unknown' then village_id is null else village_id::text = $5 end)
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, period.start, period.end, period.now, filter.village, filter.channel]
}

export const sameDayCompletion: FigureDefinition = {
  key: 'same_day_completion',
  version: 1,
  name: '当天办结率',
  definition: '本期办完的办事案件中，申请的当天（北京时间同一个日历日）就办完的占多少；居民撤回的不算办完。',
  unit: 'share',
  compared: true,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${finished} select count(*) filter (where same_day)::int as same_day, count(*)::int as finished from kept`,
      valuesOf(tx, period, filter),
    )
    return asShare(rows[0].same_day, rows[0].finished)
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${finished}, found as (select 'case' as kind, id, number || ' ' || title as label, same_day as counted, village_id,
         assignee_id, scenario, channel, finished_at as at, case when same_day then '当天办结' else '隔天办结' end as reason,
         minutes, null::text as part from kept)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
