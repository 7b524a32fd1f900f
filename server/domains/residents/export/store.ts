import type { ExportKind, ExportState, RegisterExportForm } from '../../../../contract/register-exports.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'

export type ExportRecord = {
  id: string
  number: number
  kind: ExportKind
  form: RegisterExportForm
  filter: { villageIds?: string[]; group?: string; text?: string }
  columns: string[]
  purpose: string
  caseNumber: string
  state: ExportState
  askedBy: string
  expiresAt: Date | null
}

/** The export, locked. 404 when there is none. */
export async function lockExport(tx: Tx, id: string): Promise<ExportRecord> {
  const { rows } = await tx.client.query(
    `select id, number, kind, form, filter, columns, purpose, case_number as "caseNumber", state, asked_by as "askedBy", expires_at as "expiresAt"
     from register_exports where station_id = $1 and id = $2 for update`,
    [tx.stationId, id],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Rows that this officer has taken out in the last 24 hours: many small files are one large one. */
export async function rowsOfToday(tx: Tx, officerId: string, now: Date): Promise<number> {
  const { rows } = await tx.client.query(
    `select coalesce(sum(rows), 0)::int as rows from register_exports
     where station_id = $1 and asked_by = $2 and state = 'ready' and made_at > $3::timestamptz - interval '24 hours'`,
    [tx.stationId, officerId, now],
  )
  return rows[0].rows
}
