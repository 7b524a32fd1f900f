import type { Tx } from '../../platform/tenancy.ts'
import type { Filter, RowsFound, RowsWanted } from './figure.ts'
import type { PartName } from './matter-parts.ts'
import { type MatterCondition, matterConditions, mattersQuery, mattersValues } from './matters.ts'
import type { Period } from './periods.ts'
import { readRows } from './rows-query.ts'

const partColumns: Record<PartName, string> = {
  settlement: 'settlement',
  scenario: 'scenario',
  channel: 'channel',
  village: `coalesce(village_id::text, 'unknown')`,
}

/** What befell a matter, in the order in which it matters for the figures. */
const reason = `case
  when emergency then '紧急事项'
  when dispatched then '出警到了现场'
  when came_back_at is not null then to_char(came_back_at at time zone 'Asia/Shanghai', '办结后 MM-DD HH24:MI 又来联系')
  when told_at is null then '结果还没有告知'
  when week_ends_at > $4 then '办结还不满 7 天'
  when settlement = 'counter' then '到窗口办结'
  when settlement = 'other_office' then '转告其他部门'
  when settlement = 'withdrawn' then '居民撤回'
  else '线上办结' end`

/** The matters a figure counts (`counted`) and those it counts them among. */
export function matterRows(
  tx: Tx,
  period: Period,
  filter: Filter,
  wanted: RowsWanted,
  figure: { among: MatterCondition; counted: MatterCondition; part: PartName },
): Promise<RowsFound> {
  const source = `${mattersQuery}, found as (
    select kind, id, number as label, (${matterConditions[figure.counted]}) as counted, village_id, assignee_id, scenario,
      channel, closed_at as at, ${reason} as reason, null::real as minutes, ${partColumns[figure.part]} as part
    from matters where (${matterConditions[figure.among]}) and $4::timestamptz is not null
  )`
  return readRows(tx, source, mattersValues(tx, [period], filter), wanted)
}
