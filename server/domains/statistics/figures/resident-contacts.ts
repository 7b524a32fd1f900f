import type { Tx } from '../../../platform/tenancy.ts'
import { asCount, type FigureDefinition, type Filter } from '../figure.ts'
import { parted } from '../parted.ts'
import type { Period } from '../periods.ts'
import { listPlaces } from '../places.ts'
import { readRows } from '../rows-query.ts'
import { snapshotMoment } from '../snapshot-day.ts'

/** Live contacts at the moment $2. A list shows no more of a name than its first character: reading a person is an act of its own. */
const contacts = `live as (
  select t.id, t.channel, t.created_at, coalesce(h.village_id, t.village_id) as village_id,
    coalesce(left(coalesce(nullif(r.name, ''), nullif(t.name, '')), 1) || '＊', '未留姓名') as name
  from contacts t
  left join residents r on r.station_id = $1 and r.id = t.resident_id
  left join households h on h.station_id = $1 and h.id = r.household_id
  where t.station_id = $1 and t.created_at <= $2 and (t.removed_at is null or t.removed_at > $2)
    and (t.opted_out_at is null or t.opted_out_at > $2) and not ${parted('t', '$2')} and ($4::text is null or t.channel = $4)
), kept as (
  select * from live where $3::text is null or case when $3 = 'unknown' then village_id is null else village_id::text = $3 end
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, snapshotMoment(period), filter.village, filter.channel]
}

export const residentContacts: FigureDefinition = {
  key: 'resident_contacts',
  version: 2,
  name: '居民联系人',
  definition:
    '统计时有效的居民联系方式的个数：没有删除、没有退出，也没有把工作账号都删掉（删掉以后又来过消息的照算）；一个人用两种渠道算两个。',
  unit: 'count',
  compared: true,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${contacts} select village_id, count(*)::int as n from kept group by village_id`,
      valuesOf(tx, period, filter),
    )
    const counts = new Map<string, number>(rows.map((row) => [row.village_id ?? 'unknown', row.n]))
    return asCount(
      [...counts.values()].reduce((sum, n) => sum + n, 0),
      {
        parts: (await listPlaces(tx)).map(({ key, name }) => {
          const numerator = counts.get(key) ?? 0
          return { key, name, numerator, denominator: null, value: numerator }
        }),
      },
    )
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${contacts}, found as (select 'contact' as kind, id, name as label, true as counted, village_id, null::uuid as assignee_id,
         null::text as scenario, channel, created_at as at, '有效' as reason, null::real as minutes,
         coalesce(village_id::text, 'unknown') as part from kept)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
