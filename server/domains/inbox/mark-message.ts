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
  return (await markMessages(tx, [messageId], kind, detail)) > 0
}

/** The same fact beside several messages; of how many it was new. */
export async function markMessages(
  tx: Tx,
  messageIds: string[],
  kind: MessageMark,
  detail = '',
): Promise<number> {
  if (messageIds.length === 0) return 0
  const { rows } = await tx.client.query({
    name: 'mark-messages',
    text: `with marked as (
        insert into message_marks (station_id, message_id, kind, detail)
        select $1, m.id, $3, left($4, 200) from unnest($2::uuid[]) as m(id)
        on conflict do nothing returning message_id
      )
      select m.id, m.conversation_id, m.contact_id,
        (select c.village_id from conversations c where c.station_id = $1 and c.id = m.conversation_id) as village_id
      from messages m where m.station_id = $1 and m.id = any(array(select message_id from marked))`,
    values: [tx.stationId, messageIds, kind, detail],
  })
  await writeEvents(
    tx,
    { kind: 'system', id: null },
    rows.map((row) => ({
      name: 'message.marked',
      subject: { kind: 'message', id: row.id },
      conversationId: row.conversation_id,
      contactId: row.contact_id,
      villageId: row.village_id,
      data: { kind },
    })),
  )
  return rows.length
}
