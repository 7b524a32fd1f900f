import type { Tx } from '../../../platform/tenancy.ts'
import { asShare, type FigureDefinition, type Filter, shareOf } from '../figure.ts'
import { parted } from '../parted.ts'
import type { Period } from '../periods.ts'
import { listPlaces } from '../places.ts'
import { readRows } from '../rows-query.ts'
import { snapshotDay, snapshotMoment } from '../snapshot-day.ts'

/**
 * Households resident on the day $2 (the day of moving out no longer counts), each with whether a live contact of a
 * person living there was known at $3, and whether only a telephone number points to one: an uncertain match, when
 * a contact nobody has matched carries the number of exactly one household.
 */
const households = `resident as (
  select h.id, h.village_id, h.address, h.resident_since_on from households h
  where h.station_id = $1 and h.resident_since_on <= $2::date and (h.resident_until_on is null or h.resident_until_on > $2::date)
    and ($4::text is null or h.village_id::text = $4)
), live as not materialized (
  select t.resident_id, t.phone from contacts t
  where t.station_id = $1 and t.created_at <= $3 and (t.removed_at is null or t.removed_at > $3)
    and (t.opted_out_at is null or t.opted_out_at > $3) and not ${parted('t', '$3')}
), certain as (
  select distinct r.household_id from live l join residents r on r.station_id = $1 and r.id = l.resident_id
  where r.household_id is not null
), uncertain as (
  select min(r.household_id::text)::uuid as household_id
  from (select distinct phone from live where resident_id is null and phone <> '') l
  join residents r on r.station_id = $1 and r.phone = l.phone and r.household_id is not null
  group by l.phone having count(distinct r.household_id) = 1
), households_seen as (
  select h.*, c.household_id is not null as reached, c.household_id is null and u.household_id is not null as perhaps
  from resident h left join certain c on c.household_id = h.id left join (select distinct household_id from uncertain) u on u.household_id = h.id
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, snapshotDay(period), snapshotMoment(period), filter.village]
}

export const householdCoverage: FigureDefinition = {
  key: 'household_coverage',
  version: 2,
  name: '家庭覆盖率',
  definition:
    '统计日实际居住的住户中，家里至少有一人的联系方式有效（没有删除、没有退出，也没有把工作账号都删掉）的占多少；两头住的人只在实际居住的那一户算。只有电话号码对得上的不算进去，列为上限。',
  unit: 'share',
  compared: true,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${households} select village_id, count(*) filter (where reached)::int as reached,
         count(*) filter (where perhaps)::int as perhaps, count(*)::int as resident from households_seen group by village_id`,
      valuesOf(tx, period, filter),
    )
    const sum = (name: string) => rows.reduce((total, row) => total + row[name], 0)
    const [reached, perhaps, resident] = [sum('reached'), sum('perhaps'), sum('resident')]
    const places = (await listPlaces(tx)).filter((place) => place.key !== 'unknown')
    return asShare(reached, resident, {
      band:
        resident === 0
          ? null
          : { kind: 'match', low: reached / resident, high: (reached + perhaps) / resident },
      parts: places.map(({ key, name }) => {
        const row = rows.find((each) => each.village_id === key) ?? { reached: 0, resident: 0 }
        return {
          key,
          name,
          numerator: row.reached,
          denominator: row.resident,
          value: shareOf(row.reached, row.resident),
        }
      }),
      ...(filter.channel ? { note: '这个数不分渠道。' } : {}),
    })
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${households}, found as (select 'household' as kind, id, address as label, reached as counted, village_id,
         null::uuid as assignee_id, null::text as scenario, null::text as channel, null::timestamptz as at,
         case when reached then '有人联系得上' when perhaps then '只有电话号码对得上' else '还没有联系上' end as reason,
         null::real as minutes, village_id::text as part from households_seen)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
