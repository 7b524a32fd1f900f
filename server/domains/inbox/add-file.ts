import { writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** A file that its platform hands over after the message itself. The same one again hangs there once. */
export async function addFile(tx: Tx, messageId: string, fileId: string): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'add-file-to-message',
    text: `with added as (
        insert into message_files (station_id, message_id, position, file_id)
        select $1, $2, 0, $3 where not exists (select from message_files where station_id = $1 and message_id = $2)
        on conflict do nothing returning message_id
      )
      select m.conversation_id, m.contact_id, c.village_id from added a
      join messages m on m.station_id = $1 and m.id = a.message_id
      join conversations c on c.station_id = $1 and c.id = m.conversation_id`,
    values: [tx.stationId, messageId, fileId],
  })
  if (!rows[0]) return
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'message.file_added',
      subject: { kind: 'message', id: messageId },
      conversationId: rows[0].conversation_id,
      contactId: rows[0].contact_id,
      villageId: rows[0].village_id,
    },
  ])
}
