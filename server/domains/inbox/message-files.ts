import type { FileUse } from '../../platform/files/file-use.ts'
import { visibleConversations } from './visibility.ts'

/** Files sent in messages are seen by who may see the conversation; the resident sees all but those of notes. */
export const messageFiles: FileUse = {
  async officerMayRead(tx, session, fileId) {
    const visible = visibleConversations(session, 3)
    const { rowCount } = await tx.client.query(
      `select from message_files f join messages m on m.station_id = f.station_id and m.id = f.message_id
         join conversations c on c.station_id = m.station_id and c.id = m.conversation_id
       where f.station_id = $1 and f.file_id = $2 and ${visible.sql} limit 1`,
      [tx.stationId, fileId, ...visible.values],
    )
    return rowCount! > 0
  },
  async residentMayRead(tx, contactId, fileId) {
    const { rowCount } = await tx.client.query(
      `select from message_files f join messages m on m.station_id = f.station_id and m.id = f.message_id
       where f.station_id = $1 and f.file_id = $2 and m.contact_id = $3 and m.direction <> 'note' limit 1`,
      [tx.stationId, fileId, contactId],
    )
    return rowCount! > 0
  },
  async inUse(tx, fileIds) {
    const { rows } = await tx.client.query(
      `select file_id from message_files where station_id = $1 and file_id = any($2::uuid[])
       union
       select f.id from drafts d cross join unnest(d.file_ids) as f(id) where d.station_id = $1 and f.id = any($2::uuid[])
       union
       select f.id::uuid from arrivals a cross join json_array_elements_text(a.message -> 'file_ids') as f(id)
       where a.station_id = $1 and f.id = any($2::text[])`,
      [tx.stationId, fileIds],
    )
    return rows.map((row) => row.file_id)
  },
}
