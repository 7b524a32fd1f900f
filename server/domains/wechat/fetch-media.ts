import { readFile, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileSizes } from '../../../contract/files.ts'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { getMedia } from '../../gateways/wecom/calls/get-media.ts'
import { readKfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { amrSeconds } from '../../platform/files/decode-amr.ts'
import { keepFile } from '../../platform/files/file-store.ts'
import { type KeptFile, keepReceived } from '../../platform/files/keep-received.ts'
import { type ReceivedFile, receiveFile } from '../../platform/files/receive-file.ts'
import { recordFile, weighFile } from '../../platform/files/record-file.ts'
import { inStation } from '../../platform/tenancy.ts'
import { addFile } from '../inbox/add-file.ts'
import { markMessage } from '../inbox/mark-message.ts'
import { ensureFiled } from './ensure-filed.ts'

/**
 * The job of a photo, recording, film or file: the platform keeps it for three days. It goes through the same checks
 * as what a phone uploads, and is weighed before it is decoded. What cannot be had is marked on the message with the reason, so that somebody asks for it again.
 */
export async function fetchMedia(
  context: Pick<Context, 'pool' | 'jobs' | 'files'>,
  api: Api | null,
  stationId: string,
  openKfid: string,
  msgid: string,
): Promise<void> {
  const { pool } = context
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select k.raw, k.message_id, p.contact_id, exists (select from message_files f where f.station_id = $1
         and f.message_id = k.message_id) as here
       from kf_messages k join kf_people p on p.station_id = $1 and p.external_userid = k.external_userid
       where k.station_id = $1 and k.open_kfid = $2 and k.msgid = $3 and k.message_id is not null`,
      [stationId, openKfid, msgid],
    ),
  )
  const row = rows[0]
  if (!row || row.here) return
  if (!api) throw new AppError('unavailable', '微信通道没有设置好。')
  const { content } = readKfMessage(row.raw, openKfid)
  if (!('mediaId' in content)) return
  await ensureFiled(context, stationId, row.contact_id)
  try {
    const media = await getMedia(api, content.mediaId)
    const received = await receiveFile(context.files, stationId, Readable.from(media.bytes))
    await weigh(context, stationId, row.contact_id, received)
    const kept =
      (content.kind === 'video' && (await keepFilm(context, stationId, received))) ||
      (await keepReceived(context.files, stationId, received))
    await inStation(pool, stationId, async (tx) => {
      const file = await recordFile(tx, { kind: 'resident', id: row.contact_id }, kept, null)
      await addFile(tx, row.message_id, file.id)
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason) throw error
    await inStation(pool, stationId, (tx) => markMessage(tx, row.message_id, 'file_missing', reason))
  }
}

/** Why it will never be had; null when another try may do. */
function reasonOf(error: unknown): string | null {
  if (
    error instanceof AppError &&
    (error.code === 'invalid' || error.code === 'too_large' || error.code === 'too_many')
  )
    return error.message
  if (error instanceof ApiError && error.kind === 'refused' && [40007, 301048].includes(error.errcode!))
    return '微信只保存三天，已经取不到了，请居民再发一次。'
  return null
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

/** A film is kept as it came and only ever handed out as a download: phones cannot send it again after three days. */
async function keepFilm(
  { files }: Pick<Context, 'files'>,
  stationId: string,
  file: ReceivedFile,
): Promise<KeptFile | null> {
  const head = (await readFile(file.path)).toString('latin1', 4, 8)
  if (head !== 'ftyp') return null
  await keepFile(files, stationId, file.path, file.sha256)
  return {
    ...{ kind: 'document', mediaType: 'video/mp4', sha256: file.sha256, size: file.size },
    ...{ shownSha256: null, thumbSha256: null, width: null, height: null, seconds: null },
  }
}
