import type { Tx } from '../../../platform/tenancy.ts'
import { asMinutes, type FigureDefinition, type Filter, shareOf } from '../figure.ts'
import { answeredWithin } from '../kaplan-meier.ts'
import type { Period } from '../periods.ts'
import { readRows } from '../rows-query.ts'

/** Requests for help, from the first message (or the opening, when nobody wrote) to the first outcome. $4 is now. */
const asked = `asked as (
  select k.id, k.number, k.title, coalesce(k.village_id, h.village_id, t.village_id) as village_id, k.assignee_id,
    k.scenario, k.channel, least(c.opened_at, k.opened_at) as asked_at,
    (select min(o.decided_at) from case_outcomes o where o.station_id = $1 and o.case_id = k.id and o.decided_at <= $4) as decided_at,
    (select w.minutes from case_own_searches w where w.station_id = $1 and w.case_id = k.id and w.recorded_at <= $4
      order by w.recorded_at desc, w.id desc limit 1) as own_minutes
  from cases k
  left join conversations c on c.station_id = $1 and c.id = k.conversation_id
  left join contacts t on t.station_id = $1 and t.id = k.contact_id
  left join residents r on r.station_id = $1 and r.id = t.resident_id
  left join households h on h.station_id = $1 and h.id = r.household_id
  where k.station_id = $1 and k.kind = 'help' and k.merged_into is null
    and k.opened_at >= $2::timestamptz - interval '1 day' and k.opened_at < $3::timestamptz + interval '31 days'
), kept as (
  select * from asked where asked_at >= $2 and asked_at < $3 and ($6::text is null or channel = $6)
    and ($5::text is null or case when $5 = 'unknown' then village_id is null else village_id::text = $5 end)
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, period.start, period.end, period.now, filter.village, filter.channel]
}

/** The cases of which it is known how long the resident had searched herself. */
const ownSearch = { key: 'own_search', name: '记了自己先找多久' }

/** The middle of the numbers, of two middle ones their mean; null of none. */
function medianOf(minutes: number[]): number | null {
  const sorted = minutes.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

export const askToOutcome: FigureDefinition = {
  key: 'ask_to_outcome',
  version: 2,
  name: '求助到有结果',
  definition:
    '本期的求助案件，从求助的第一条消息到定出结果的时间；没有结果的按已等的时间计入（Kaplan–Meier）。求助前居民自己先找了多久，按居民说的算，只算记下了的（没有自己找记 0 分钟），取中位数。',
  unit: 'minutes',
  compared: true,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${asked} select (extract(epoch from coalesce(decided_at, $4) - asked_at) / 60)::float8 as minutes,
         decided_at is not null as answered, own_minutes from kept`,
      valuesOf(tx, period, filter),
    )
    const [median, late] = answeredWithin(rows, [0.5, 0.9]) as [number | null, number | null]
    const ended = rows.filter((row) => row.answered).length
    const searched = rows.filter((row) => row.own_minutes !== null)
    const searchedAndEnded = searched.filter((row) => row.answered).length
    return asMinutes(median, ended, rows.length, {
      measures: [
        { key: 'median', name: '中位数', unit: 'minutes', value: median },
        { key: 'p90', name: '90 百分位', unit: 'minutes', value: late },
        { key: 'unfinished', name: '还没有结果', unit: 'count', value: rows.length - ended },
        {
          key: 'own_search',
          name: '居民自己先找了（中位数）',
          unit: 'minutes',
          value: medianOf(searched.map((row) => row.own_minutes)),
          part: ownSearch.key,
        },
      ],
      parts: [
        {
          ...ownSearch,
          numerator: searchedAndEnded,
          denominator: searched.length,
          value: shareOf(searchedAndEnded, searched.length),
        },
      ],
      note: rows.length === 0 ? '这段时间没有求助案件。' : null,
    })
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${asked}, found as (select 'case' as kind, id, number || ' ' || title as label, decided_at is not null as counted, village_id,
         assignee_id, scenario, channel, asked_at as at,
         case when decided_at is null then '还没有结果' else '已有结果' end || case
           when own_minutes is null then '' when own_minutes = 0 then '，没有自己先找'
           else '，自己先找了 ' || concat_ws(' ', nullif(own_minutes / 60, 0) || ' 小时', nullif(own_minutes % 60, 0) || ' 分钟') end as reason,
         round((extract(epoch from coalesce(decided_at, $4) - asked_at) / 60)::numeric, 1) as minutes,
         case when own_minutes is not null then '${ownSearch.key}' end as part from kept)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
