import type { MessageMark } from '../../../contract/vocabulary.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Puts a new fact beside a message: the message itself stays as it came. The same fact told again is one. */
export async function markMessage(
  tx: Tx,
  messageId: string,
  kind: MessageMark,
  detail = '',
): Promise<boolean> {
  const { rows } = await tx.client.query({
    name: 'mark-message',
    text: `with marked as (
        insert into message_marks (station_id, message_id, kind, detail) values ($1, $2, $3, left($4, 200))
        on conflict do nothing returning message_id
      )
      select m.conversation_id, m.contact_id, c.village_id from marked k
      join messages m on m.station_id = $1 and m.id = k.message_id
      join conversations c on c.station_id = $1 and c.id = m.conversation_id`,
    values: [tx.stationId, messageId, kind, detail],
  })
  if (!rows[0]) return false
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'message.marked',
      subject: { kind: 'message', id: messageId },
      conversationId: rows[0].conversation_id,
      contactId: rows[0].contact_id,
      villageId: rows[0].village_id,
      data: { kind },
    },
  ])
  return true
}
