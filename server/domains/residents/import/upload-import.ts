import { mostImportRows } from '../../../../contract/register-imports.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { isIdentityHeading, matchColumns } from './columns.ts'
import type { ReadFile } from './read-file.ts'

const rowsAtOnce = 5000

/** Lays a read file aside for the columns to be matched. Nothing of it is in the register. Returns its id. */
export async function uploadImport(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  fileName: string,
  file: ReadFile,
): Promise<string> {
  const { rows: chosen } = await tx.client.query(
    'select heading, field from register_import_headings where station_id = $1',
    [tx.stationId],
  )
  const before = new Map<string, string>(chosen.map(({ heading, field }) => [heading, field]))
  const { headRow, fields, identity } = matchColumns(file.rows, before)
  const width = Math.max(...file.rows.map((row) => row.length))
  const heads = Array.from({ length: width }, (_, at) =>
    (file.rows[headRow]?.[at] ?? '').trim().slice(0, 100),
  )
  const identityColumns = [...new Set([...identity, ...file.identityColumns])].toSorted((a, b) => a - b)
  const named = new Set(heads.flatMap((head, at) => (isIdentityHeading(head) ? [at] : [])))
  const people = file.rows
    .map((cells, at) => ({
      row: at + 1,
      cells: heads.map((_, column) => (named.has(column) ? '' : (cells[column] ?? ''))),
    }))
    .filter(({ row, cells }) => row > headRow + 1 && cells.some((cell) => cell.trim() !== ''))
  if (people.length === 0) throw invalid('表头下面没有一行内容，没有可以导入的人。')
  if (people.length > mostImportRows)
    throw invalid(`这张表有 ${people.length} 行，一次最多 ${mostImportRows} 行，请分成几个文件再传。`)
  const remarks = [...file.remarks]
  if (identityColumns.length > 0)
    remarks.unshift(
      `身份证号不收：${identityColumns.map((at) => `第 ${at + 1} 列${heads[at] ? `“${heads[at]}”` : ''}`).join('、')}里的号码没有存下来。`,
    )
  const id = newId()
  await tx.client.query(
    `insert into register_imports (station_id, id, file_name, sheet_name, remarks, heads, identity_columns, columns, state, rows_total, uploaded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'read', $9, $10)`,
    [
      ...[tx.stationId, id, fileName, file.sheetName, remarks, heads, identityColumns],
      ...[heads.map((_, at) => fields[at] ?? null), people.length, session.officerId],
    ],
  )
  for (let from = 0; from < people.length; from += rowsAtOnce) {
    const part = people.slice(from, from + rowsAtOnce)
    await tx.client.query(
      `insert into register_import_rows (station_id, import_id, row, cells)
       select $1, $2, r.row, array(select jsonb_array_elements_text(r.cells))
       from unnest($3::int[], $4::jsonb[]) as r(row, cells)`,
      [tx.stationId, id, part.map(({ row }) => row), part.map(({ cells }) => JSON.stringify(cells))],
    )
  }
  await writeEvents(tx, actor, [
    {
      name: 'register_import.uploaded',
      subject: { kind: 'register_import', id },
      data: { rows: people.length, columns: width, identityColumns: identityColumns.length },
    },
  ])
  return id
}
