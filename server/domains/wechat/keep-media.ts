import { readFile, rm } from 'node:fs/promises'
import { fileSizes } from '../../../contract/files.ts'
import type { Context } from '../../platform/context.ts'
import { amrSeconds } from '../../platform/files/decode-amr.ts'
import { keepAnything, keepAsItIs } from '../../platform/files/keep-anything.ts'
import type { KeptFile } from '../../platform/files/keep-received.ts'
import type { ReceivedFile } from '../../platform/files/receive-file.ts'
import { weighFile } from '../../platform/files/record-file.ts'
import { inStation } from '../../platform/tenancy.ts'
import type { SentMedia } from './media-of.ts'

/** Weighs what has come, and keeps it as what it is; a resident's only while her day has room. */
export async function keepMedia(
  context: Pick<Context, 'pool' | 'files'>,
  stationId: string,
  residentId: string | null,
  received: ReceivedFile,
  { kind, name }: Pick<SentMedia, 'kind' | 'name'>,
): Promise<KeptFile> {
  if (residentId) await weigh(context, stationId, residentId, received)
  // A film is none the less a film where it could be taken for a recording.
  const keep = kind === 'video' ? keepAsItIs : keepAnything
  const kept = await keep(context.files, stationId, received, name)
  // Pictures, recordings and films have names of the phone's own making, which say nothing.
  const isNamed = kind === 'file' || (kept.kind === 'document' && kept.mediaType !== 'video/mp4')
  return isNamed ? kept : { ...kept, name: '' }
}

/** A recording that could not be kept is not decoded first: that is what takes room and time. */
async function weigh(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  contactId: string,
  { path, size }: ReceivedFile,
): Promise<void> {
  try {
    const seconds = size <= fileSizes.voice ? amrSeconds(await readFile(path)) : null
    await inStation(pool, stationId, (tx) => weighFile(tx, contactId, size, seconds))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
