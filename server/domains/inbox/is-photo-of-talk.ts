import type { Tx } from '../../platform/tenancy.ts'

/** Whether the resident sent this photo in the conversation, herself or by way of an officer who wrote it down. */
export async function isPhotoOfTalk(tx: Tx, conversationId: string, fileId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'is-photo-of-talk',
    text: `select from message_files f join messages m on m.station_id = $1 and m.id = f.message_id
           join files p on p.station_id = $1 and p.id = f.file_id and p.kind = 'photo'
           where f.station_id = $1 and f.file_id = $3 and m.conversation_id = $2 and m.direction = 'inbound' limit 1`,
    values: [tx.stationId, conversationId, fileId],
  })
  return rowCount! > 0
}
