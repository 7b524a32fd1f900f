import { newId } from '../../server/platform/id.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import type { TestServer } from '../server.ts'
import type { World } from '../world.ts'

/** What a machine heard in a resident's message, as if its file were a recording. */
export async function makeTranscript(
  { context }: TestServer,
  world: World,
  { messageId, fileId }: { messageId: string; fileId: string },
): Promise<string> {
  const id = newId()
  await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(
      `insert into message_transcripts (station_id, id, message_id, file_id, received_at, heard, heard_at)
       values ($1, $2, $3, $4, now(), '我想问分户', now())`,
      [tx.stationId, id, messageId, fileId],
    ),
  )
  return id
}
