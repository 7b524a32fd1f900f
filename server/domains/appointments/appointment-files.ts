import type { FileUse } from '../../platform/files/file-use.ts'
import { appointmentRows, scopeOf, visibleAppointments } from './appointment-rows.ts'

/** Photos laid to an appointment's papers are seen by who may see the appointment, and by the resident whose it is. */
export const appointmentFiles: FileUse = {
  async officerMayRead(tx, session, fileId) {
    const { rowCount } = await tx.client.query(
      `${appointmentRows} where a.station_id = $1 and ${visibleAppointments(3)} and exists (
         select from appointment_photos f where f.station_id = $1 and f.appointment_id = a.id and f.file_id = $2
           and f.taken_off_at is null) limit 1`,
      [tx.stationId, fileId, ...scopeOf(session)],
    )
    return rowCount! > 0
  },
  async residentMayRead(tx, contactId, fileId) {
    const { rowCount } = await tx.client.query(
      `select from appointment_photos f join appointments a on a.station_id = $1 and a.id = f.appointment_id
       where f.station_id = $1 and f.file_id = $2 and f.taken_off_at is null and a.contact_id = $3 limit 1`,
      [tx.stationId, fileId, contactId],
    )
    return rowCount! > 0
  },
  async inUse(tx, fileIds) {
    const { rows } = await tx.client.query(
      'select distinct file_id from appointment_photos where station_id = $1 and file_id = any($2::uuid[])',
      [tx.stationId, fileIds],
    )
    return rows.map((row) => row.file_id)
  },
}
