import type { Tx } from '../../../platform/tenancy.ts'
import { asShare, type FigureDefinition, type Filter } from '../figure.ts'
import type { Period } from '../periods.ts'
import { readRows } from '../rows-query.ts'
import { wilsonInterval } from '../wilson.ts'

/** Reviewed matters by their closing; what was merged since is counted by what it went into. $4 is now. */
const reviewed = `looked_at as (
  select v.matter_kind as kind, v.matter_id as id, v.closed_at, v.was_emergency, o.name as reviewer,
    coalesce(k.number, c.number) as number, coalesce(k.village_id, c.village_id, h.village_id, t.village_id) as village_id,
    coalesce(k.assignee_id, c.assignee_id) as assignee_id, coalesce(k.scenario, c.scenario) as scenario,
    coalesce(k.channel, c.channel) as channel
  from matter_reviews v
  left join cases k on v.matter_kind = 'case' and k.station_id = $1 and k.id = v.matter_id
  left join conversations c on v.matter_kind = 'conversation' and c.station_id = $1 and c.id = v.matter_id
  left join contacts t on t.station_id = $1 and t.id = coalesce(k.contact_id, c.contact_id)
  left join residents r on r.station_id = $1 and r.id = t.resident_id
  left join households h on h.station_id = $1 and h.id = r.household_id
  left join officers o on o.station_id = $1 and o.id = v.reviewed_by
  where v.station_id = $1 and v.closed_at >= $2 and v.closed_at < $3 and v.reviewed_at <= $4
    and (v.taken_back_at is null or v.taken_back_at > $4)
    and coalesce(k.merged_into, c.merged_into) is null
), kept as (
  select * from looked_at where ($6::text is null or channel = $6)
    and ($5::text is null or case when $5 = 'unknown' then village_id is null else village_id::text = $5 end)
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, period.start, period.end, period.now, filter.village, filter.channel]
}

/** Nothing found among n says "at most 3 in n" (95 %), never "none". */
const mostWhenNoneFound = (n: number) => Math.min(1, 3 / n)

export const misDiversion: FigureDefinition = {
  key: 'mis_diversion',
  version: 2,
  name: '误分流率（抽查）',
  definition:
    '本期首次办结的非紧急事项里，随机抽查、由不是办结人的民警复核过的，其中复核认为当时其实紧急的占多少，撤回的复核不算；复核的 n 件里一件也没有时，只说最多约 3/n。',
  unit: 'share',
  // A handful of matters a month says nothing about a movement.
  compared: false,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${reviewed} select count(*) filter (where was_emergency)::int as found, count(*)::int as reviewed from kept`,
      valuesOf(tx, period, filter),
    )
    const { found, reviewed: n } = rows[0] as { found: number; reviewed: number }
    if (n === 0) return asShare(0, 0, { note: '这段时间办结的事项还没有复核过，不算比率。' })
    if (found > 0) return asShare(found, n, { band: { kind: 'wilson', ...wilsonInterval(found, n)! } })
    return asShare(0, n, {
      value: null,
      measures: [{ key: 'at_most', name: '最多约', unit: 'share', value: mostWhenNoneFound(n) }],
      note: `复核的 ${n} 件里没有发现当时其实紧急的；没有发现不等于没有，真实的比率最多约 3/${n}（95% 把握）。`,
    })
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${reviewed}, found as (select kind, id, number as label, was_emergency as counted, village_id, assignee_id, scenario,
         channel, closed_at as at, case when was_emergency then '复核：当时是紧急的' else '复核：确实不紧急' end
           || coalesce('（' || reviewer || '）', '') as reason, null::real as minutes, null::text as part from kept)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
