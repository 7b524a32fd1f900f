import { libraries } from '../../../../contract/vocabulary.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { asCount, type FigureDefinition, type Filter } from '../figure.ts'
import type { Period } from '../periods.ts'
import { readRows } from '../rows-query.ts'
import { snapshotDay, snapshotMoment } from '../snapshot-day.ts'
import { scenarioNames } from '../words.ts'

/** Scripts an officer could send at $2 (on the day $3): approved, not expired, not retired. */
const usable = `usable as (
  select s.id, s.code, s.scenario, v.title, s.created_at from scripts s
  cross join lateral (
    select x.title, x.expires_on from script_versions x
    join script_approvals a on a.station_id = $1 and a.script_id = x.script_id and a.version = x.version and a.approved_at <= $2
    where x.station_id = $1 and x.script_id = s.id order by x.version desc limit 1
  ) v
  where s.station_id = $1 and (s.retired_at is null or s.retired_at > $2) and v.expires_on >= $3::date
)`

function valuesOf(tx: Tx, period: Period): unknown[] {
  return [tx.stationId, snapshotMoment(period), snapshotDay(period)]
}

function noteOf(filter: Filter): { note?: string } {
  return filter.village || filter.channel ? { note: '这个数不分村、不分渠道。' } : {}
}

export const scriptScenarios: FigureDefinition = {
  key: 'script_scenarios',
  version: 1,
  name: '话术场景',
  definition: '统计时有可用话术（已批准、未到期、未停用）的场景个数。',
  unit: 'count',
  compared: false,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${usable} select scenario, count(*)::int as n from usable group by scenario`,
      valuesOf(tx, period),
    )
    const counts = new Map<string, number>(rows.map((row) => [row.scenario, row.n]))
    return asCount(counts.size, {
      parts: libraries.map((key) => {
        const numerator = counts.get(key) ?? 0
        return { key, name: scenarioNames[key], numerator, denominator: null, value: numerator }
      }),
      ...noteOf(filter),
    })
  },
  rows: (tx, period, _filter, wanted) =>
    readRows(
      tx,
      `${usable}, found as (select 'script' as kind, id, code || ' ' || title as label, true as counted, null::uuid as village_id,
         null::uuid as assignee_id, scenario, null::text as channel, created_at as at, '可用' as reason, null::real as minutes,
         scenario as part from usable)`,
      valuesOf(tx, period),
      wanted,
    ),
}
