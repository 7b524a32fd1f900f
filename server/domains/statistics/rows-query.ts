import type { FigureRow } from '../../../contract/statistics.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { RowsFound, RowsWanted } from './figure.ts'
import { readCursor, writeCursor } from './paging.ts'
import { unknownVillage } from './words.ts'

/**
 * One page of the rows behind a figure, newest first. `source` is a query (after `with`, if it begins so) named
 * `found` with the columns kind, id, label, counted, village_id, assignee_id, scenario, channel, at, reason, minutes
 * and part; its parameters are `values`. Narrowing, paging and counting are added here, the same for every figure.
 */
export async function readRows(
  tx: Tx,
  source: string,
  values: unknown[],
  wanted: RowsWanted,
): Promise<RowsFound> {
  const cursor = readCursor(wanted.after)
  const next = values.length
  const { rows } = await tx.client.query(
    `with ${source},
     shown as (
       select *, coalesce((extract(epoch from at) * 1000000)::bigint, 0) as order_at from found
       where ($${next + 1}::text is null or part = $${next + 1}) and ($${next + 2}::boolean is null or counted = $${next + 2})
         and ($${next + 3}::uuid[] is null or village_id is null or village_id = any($${next + 3}) or assignee_id = $${next + 4}::uuid)
     )
     select s.kind, s.id, s.label, s.counted, s.village_id, v.name as village, s.scenario, s.channel, s.at, s.reason,
       s.minutes, s.order_at, (select count(*)::int from shown) as total
     from shown s left join villages v on v.station_id = $1 and v.id = s.village_id
     where $${next + 5}::bigint is null or (s.order_at, s.id) < ($${next + 5}, $${next + 6}::uuid)
     order by s.order_at desc, s.id desc limit $${next + 7}`,
    [
      ...values,
      wanted.part,
      wanted.counted === null ? null : wanted.counted === 'yes',
      wanted.narrow?.villageIds ?? null,
      wanted.narrow?.officerId ?? null,
      cursor?.at ?? null,
      cursor?.id ?? null,
      wanted.limit + 1,
    ],
  )
  const page = rows.slice(0, wanted.limit)
  const last = rows.length > wanted.limit ? page.at(-1) : undefined
  return {
    items: page.map(asRow),
    next: writeCursor(last && { at: last.order_at, id: last.id }),
    total: rows[0]?.total ?? 0,
  }
}

function asRow(row: Record<string, unknown> & { at: Date | null }): FigureRow {
  return {
    kind: row['kind'],
    id: row['id'],
    label: row['label'],
    counted: row['counted'],
    villageId: row['village_id'],
    village: row['village'] ?? unknownVillage,
    scenario: row['scenario'],
    channel: row['channel'],
    at: row.at?.toISOString() ?? null,
    reason: row['reason'],
    minutes: row['minutes'] === null ? null : Number(row['minutes']),
  } as FigureRow
}
