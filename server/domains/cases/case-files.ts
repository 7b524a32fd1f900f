import type { FileUse } from '../../platform/files/file-use.ts'
import { scopeValues, visibleCases } from './visibility.ts'

/** Photos of materials are seen by who may see the case, and by the resident whose case it is. */
export const caseFiles: FileUse = {
  async officerMayRead(tx, session, fileId) {
    const { rowCount } = await tx.client.query(
      `select from case_material_checks f join cases c on c.station_id = f.station_id and c.id = f.case_id
       where f.station_id = $1 and f.file_id = $2 and ${visibleCases(3)} limit 1`,
      [tx.stationId, fileId, ...scopeValues(session)],
    )
    return rowCount! > 0
  },
  async residentMayRead(tx, contactId, fileId) {
    const { rowCount } = await tx.client.query(
      `select from case_material_checks f join cases c on c.station_id = f.station_id and c.id = f.case_id
       where f.station_id = $1 and f.file_id = $2 and c.contact_id = $3 limit 1`,
      [tx.stationId, fileId, contactId],
    )
    return rowCount! > 0
  },
  async inUse(tx, fileIds) {
    const { rows } = await tx.client.query(
      'select distinct file_id from case_material_checks where station_id = $1 and file_id = any($2::uuid[])',
      [tx.stationId, fileIds],
    )
    return rows.map((row) => row.file_id)
  },
}
