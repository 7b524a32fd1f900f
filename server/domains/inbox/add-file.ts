import { writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** A file that its platform hands over after the message itself, one for each of its places; of a forwarded chat with who said it. */
export async function addFile(
  tx: Tx,
  messageId: string,
  fileId: string,
  { place = 0, saidBy = '' } = {},
): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'add-file-to-message',
    text: `with added as (
        insert into message_files (station_id, message_id, position, file_id, said_by)
        values ($1, $2, $4, $3, left($5, 100)) on conflict do nothing returning message_id
      )
      select m.conversation_id, m.contact_id, c.village_id from added a
      join messages m on m.station_id = $1 and m.id = a.message_id
      join conversations c on c.station_id = $1 and c.id = m.conversation_id`,
    values: [tx.stationId, messageId, fileId, place, saidBy],
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
