import sharp from 'sharp'
import type { Pool } from '../../../server/platform/database/pool.ts'
import type { FileStore } from '../../../server/platform/files/file-store.ts'
import { keepReceived } from '../../../server/platform/files/keep-received.ts'
import { receiveFile } from '../../../server/platform/files/receive-file.ts'
import { newId } from '../../../server/platform/id.ts'
import { inStation } from '../../../server/platform/tenancy.ts'
import { drawings } from './drawings.ts'

/** Hangs the drawn pictures on the messages they belong to, sent when the message was. Returns how many found theirs. */
export async function hangPhotos(pool: Pool, store: FileStore, stationId: string): Promise<number> {
  let hung = 0
  for (const { words, svg } of drawings) {
    const message = await findMessage(pool, stationId, words)
    if (!message) continue
    const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()
    const kept = await keepReceived(store, stationId, await receiveFile(store, stationId, [bytes]))
    const id = newId()
    await inStation(pool, stationId, async ({ db }) => {
      await db
        .insertInto('files')
        .values({
          stationId,
          id,
          ownerKind: 'resident',
          ownerId: message.contact_id,
          ...kept,
          storedAt: message.sent_at,
        })
        .execute()
      await db
        .insertInto('messageFiles')
        .values({ stationId, messageId: message.id, position: 0, fileId: id })
        .execute()
      const { kind, size, sha256 } = kept
      await db
        .insertInto('events')
        .values({
          stationId,
          id: newId(),
          name: 'file.stored',
          actorKind: 'resident',
          actorId: message.contact_id,
          subjectKind: 'file',
          subjectId: id,
          contactId: message.contact_id,
          data: JSON.stringify({ kind, size, sha256 }),
          at: message.sent_at,
        })
        .execute()
    })
    hung++
  }
  return hung
}

/** The newest message of a resident that begins with these words. */
async function findMessage(
  pool: Pool,
  stationId: string,
  words: string,
): Promise<{ id: string; contact_id: string; sent_at: Date } | undefined> {
  return inStation(pool, stationId, async ({ client }) => {
    const { rows } = await client.query(
      `select id, contact_id, sent_at from messages
       where station_id = $1 and direction = 'inbound' and starts_with(body, $2) order by sent_at desc limit 1`,
      [stationId, words],
    )
    return rows[0]
  })
}
