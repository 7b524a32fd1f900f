import type { HouseholdCounts } from '../../../../contract/coverage.ts'
import { addCounts, countCoverage, nobody } from '../coverage/count-coverage.ts'
import { householdState } from '../coverage/household-state.ts'
import { refreshReach } from '../coverage/refresh-reach.ts'
import { asShare, type FigureDefinition, shareOf } from '../figure.ts'
import { listPlaces } from '../places.ts'
import { readRows } from '../rows-query.ts'
import { snapshotDay } from '../snapshot-day.ts'

export const householdCoverage: FigureDefinition = {
  key: 'household_coverage',
  version: 4,
  name: '家庭覆盖率',
  definition:
    '统计日实际居住的住户中，当天家里至少有一人的联系方式有效（没有删除、没有退出，也没有把工作账号都删掉）的占多少；两头住的人只在当天实际居住的那一户算。只有电话号码对得上的不算进去，列为上限。',
  unit: 'share',
  compared: true,
  async compute(tx, period, filter) {
    const groups = await countCoverage(tx, snapshotDay(period), null)
    const byVillage = Map.groupBy(groups, ({ villageId }) => villageId)
    const of = (key: string): HouseholdCounts => addCounts(byVillage.get(key) ?? [])
    const places = (await listPlaces(tx)).filter((place) => place.key !== 'unknown')
    const { reached, perhaps, resident } =
      filter.village === null ? addCounts(groups) : filter.village === 'unknown' ? nobody : of(filter.village)
    return asShare(reached, resident, {
      band:
        resident === 0
          ? null
          : { kind: 'match', low: reached / resident, high: (reached + perhaps) / resident },
      parts: places.map(({ key, name }) => {
        const own = filter.village === null || filter.village === key ? of(key) : nobody
        return {
          key,
          name,
          numerator: own.reached,
          denominator: own.resident,
          value: shareOf(own.reached, own.resident),
        }
      }),
      ...(filter.channel ? { note: '这个数不分渠道。' } : {}),
    })
  },
  async rows(tx, period, filter, wanted) {
    await refreshReach(tx)
    return readRows(
      tx,
      `standing as (select h.household_id, h.village_id, ${householdState} as state from household_reach h
         where h.station_id = $1 and ($3::text is null or h.village_id::text = $3)),
       found as (select 'household' as kind, s.household_id as id, d.address as label, s.state = 'reached' as counted, s.village_id,
         null::uuid as assignee_id, null::text as scenario, null::text as channel, null::timestamptz as at,
         case s.state when 'reached' then '有人联系得上' when 'perhaps' then '只有电话号码对得上' when 'away' then '全家外出，还没有联系上'
           when 'phoneless' then '没有登记电话' else '还没有联系上' end as reason,
         null::real as minutes, s.village_id::text as part
         from standing s join households d on d.station_id = $1 and d.id = s.household_id
         where s.state is not null and s.state <> 'departed')`,
      [tx.stationId, snapshotDay(period), filter.village],
      wanted,
    )
  },
}
