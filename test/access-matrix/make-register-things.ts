import type { Pool } from '../../server/platform/database/pool.ts'
import { newId } from '../../server/platform/id.ts'
import { inStation } from '../../server/platform/tenancy.ts'

/** A roster that was tried, with one row to decide, and a list that an officer asked for. */
export async function makeRegisterThings(
  pool: Pool,
  { stationId, officers }: { stationId: string; officers: { chief: string; officer: string } },
) {
  const [registerImport, registerExport] = [newId(), newId()]
  await inStation(pool, stationId, async ({ client }) => {
    await client.query(
      `insert into register_imports (station_id, id, file_name, heads, columns, state, rows_total, uploaded_by)
       values ($1, $2, '名册.csv', '{姓名,村,门牌}', '{name,village,door}', 'checked', 1, $3)`,
      [stationId, registerImport, officers.chief],
    )
    await client.query(
      `insert into register_import_rows (station_id, import_id, row, cells, result, why) values ($1, $2, 2, '{李桂英,东村,1号}', 'doubtful', '同名')`,
      [stationId, registerImport],
    )
    await client.query(
      `insert into register_exports (station_id, id, number, kind, form, filter, columns, purpose, rows, state, asked_by)
       values ($1, $2, (select coalesce(max(number), 0) + 1 from register_exports where station_id = $1), 'residents', 'csv', '{}', '{name}', '上门走访', 2000, 'waiting', $3)`,
      [stationId, registerExport, officers.officer],
    )
  })
  return { registerImport, registerExport }
}
