import type { Static } from 'typebox'
import type { RegisterImport, RegisterImportList } from '../../../../contract/register-imports.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

const shown = 20
const sampleRows = 3

const columns = `i.id, i.file_name as "fileName", i.state, i.rows_total as "rowsTotal", i.rows_done as "rowsDone", i.counts,
  o.name as "uploadedBy", i.uploaded_at as "uploadedAt"`

/** The newest imports of the station. No person stands in the list. */
export async function listImports(tx: Tx): Promise<Static<typeof RegisterImportList>> {
  const { rows } = await tx.client.query(
    `select ${columns} from register_imports i join officers o on o.station_id = $1 and o.id = i.uploaded_by
     where i.station_id = $1 order by i.uploaded_at desc, i.id desc limit $2`,
    [tx.stationId, shown],
  )
  return { items: rows.map((row) => ({ ...row, uploadedAt: row.uploadedAt.toISOString() })) }
}

/** One import with its columns, the first things that stand in them, and how far it has come. Who looked is recorded. */
export async function showImport(tx: Tx, actor: Actor, id: string): Promise<RegisterImport> {
  const { rows } = await tx.client.query(
    `select ${columns}, i.sheet_name, i.remarks, i.heads, i.identity_columns, i.columns, i.village_id, i.trouble, i.written, i.further, i.further_written,
       i.step_began_at, i.finished_at, i.undone_at,
       (select count(*) from register_import_rows r where r.station_id = $1 and r.import_id = $2 and r.decision in ('new', 'theirs')) as decided
     from register_imports i join officers o on o.station_id = $1 and o.id = i.uploaded_by where i.station_id = $1 and i.id = $2`,
    [tx.stationId, id],
  )
  const [row] = rows
  if (!row) throw notFound()
  await recordListed(tx, actor, 'register_import.listed', [id])
  const { rows: samples } = await tx.client.query(
    'select cells from register_import_rows where station_id = $1 and import_id = $2 order by row limit $3',
    [tx.stationId, id, sampleRows],
  )
  const identity = new Set<number>(row.identity_columns)
  const moment = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...{ id, fileName: row.fileName, state: row.state, rowsTotal: row.rowsTotal, rowsDone: row.rowsDone },
    ...{ counts: row.counts, uploadedBy: row.uploadedBy, uploadedAt: row.uploadedAt.toISOString() },
    ...{ sheetName: row.sheet_name, remarks: row.remarks, villageId: row.village_id, trouble: row.trouble },
    columns: (row.heads as string[]).map((heading, at) => ({
      heading,
      samples: samples.map(({ cells }) => String(cells[at] ?? '').slice(0, 60)).filter((text) => text !== ''),
      field: row.columns[at] ?? null,
      identity: identity.has(at),
    })),
    ...{ written: row.written, decided: Number(row.decided) },
    ...{ further: further(row.further), furtherWritten: further(row.further_written) },
    stepBeganAt: moment(row.step_began_at),
    finishedAt: moment(row.finished_at),
    undoneAt: moment(row.undone_at),
  }
}

const further = ({ phones = 0, relations = 0 }: { phones?: number; relations?: number }) => ({
  phones,
  relations,
})
