import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { markMessage } from '../inbox/mark-message.ts'
import type { Item } from './item.ts'
import type { Words } from './read-words.ts'

/** Each file of a message gets a job of its own, once however often this runs; what cannot be had is marked. */
export async function askForMedia(
  { jobs }: Pick<Context, 'jobs'>,
  tx: Tx,
  { openKfid, msgid }: Item,
  { places, missing }: Words,
  messageId: string,
): Promise<void> {
  for (const place of places) {
    const data = { stationId: tx.stationId, openKfid, msgid, place }
    await jobs.send(tx, 'fetch-kf-media', data, { key: `${openKfid} ${msgid} ${place}` })
  }
  for (const sentence of missing) await markMessage(tx, messageId, 'file_missing', sentence)
}
