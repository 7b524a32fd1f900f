import type { ImportState } from '../../../../contract/register-imports.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'

export type ImportRecord = {
  id: string
  state: ImportState
  thenWrite: boolean
  columns: (string | null)[]
  villageId: string | null
  rowsTotal: number
  writtenRow: number
  written: Record<string, number>
  furtherWritten: Record<string, number>
  uploadedBy: string
  startedBy: string | null
  undoneBy: string | null
}

/** The import, locked: its steps come one after another. 404 when there is none. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRecord> {
  const { rows } = await tx.client.query(
    `select id, state, then_write as "thenWrite", columns, village_id as "villageId", rows_total as "rowsTotal", written_row as "writtenRow", written, further_written as "furtherWritten",
       uploaded_by as "uploadedBy", started_by as "startedBy", undone_by as "undoneBy"
     from register_imports where station_id = $1 and id = $2 for update`,
    [tx.stationId, id],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** One job works on an import; a second finds the first and leaves it at that. */
export const jobKey = (id: string) => `register-import ${id}`
