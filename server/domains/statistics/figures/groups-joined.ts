import type { Tx } from '../../../platform/tenancy.ts'
import { asCount, type FigureDefinition, type Filter } from '../figure.ts'
import type { Period } from '../periods.ts'
import { listPlaces } from '../places.ts'
import { readRows } from '../rows-query.ts'
import { snapshotMoment } from '../snapshot-day.ts'

const groups = `groups as (
  select g.id, g.name, g.village_id, g.created_at from chat_groups g
  join officers o on o.station_id = $1 and o.id = g.owner_officer_id and o.role in ('chief', 'officer', 'auxiliary')
  where g.station_id = $1 and g.created_at <= $2 and (g.dismissed_at is null or g.dismissed_at > $2) and ($3::text is null or g.village_id::text = $3)
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, snapshotMoment(period), filter.village]
}

export const groupsJoined: FigureDefinition = {
  key: 'groups_joined',
  version: 2,
  name: '加入的村群',
  definition: '统计时有所长、民警或辅警用工作账号在里面的村群个数，解散了的不算。',
  unit: 'count',
  compared: true,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${groups} select village_id, count(*)::int as n from groups group by village_id`,
      valuesOf(tx, period, filter),
    )
    const places = (await listPlaces(tx)).filter((place) => place.key !== 'unknown')
    return asCount(
      rows.reduce((sum, row) => sum + row.n, 0),
      {
        parts: places.map(({ key, name }) => {
          const numerator = rows.find((row) => row.village_id === key)?.n ?? 0
          return { key, name, numerator, denominator: null, value: numerator }
        }),
        ...(filter.channel ? { note: '这个数不分渠道。' } : {}),
      },
    )
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${groups}, found as (select 'chat_group' as kind, id, name as label, true as counted, village_id, null::uuid as assignee_id,
         null::text as scenario, null::text as channel, created_at as at, '已加入' as reason, null::real as minutes,
         village_id::text as part from groups)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
