import { Readable } from 'node:stream'
import { fileSizes } from '../../../contract/files.ts'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { getMedia } from '../../gateways/wecom/calls/get-media.ts'
import type { KfContent } from '../../gateways/wecom/calls/read-kf-content.ts'
import { readKfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { receiveFile } from '../../platform/files/receive-file.ts'
import { recordFile } from '../../platform/files/record-file.ts'
import { inStation } from '../../platform/tenancy.ts'
import { addFile } from '../inbox/add-file.ts'
import { markMessage } from '../inbox/mark-message.ts'
import { ensureFiled } from './ensure-filed.ts'
import { keepMedia } from './keep-media.ts'
import { mediaNames, mediaOf, type SentMedia } from './media-of.ts'

type Fetching = Pick<Context, 'pool' | 'jobs' | 'files'>

/**
 * The job of one photo, recording, film or file: the platform keeps it for three days, so whatever it is is kept here.
 * What cannot be had is marked on the message with the reason, so that somebody asks for it again.
 */
export async function fetchMedia(
  context: Fetching,
  api: Api | null,
  stationId: string,
  { openKfid, msgid, place }: { openKfid: string; msgid: string; place: number },
): Promise<void> {
  const { pool } = context
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select k.raw, k.message_id, p.contact_id, exists (select from message_files f where f.station_id = $1
         and f.message_id = k.message_id and f.position = $4) as here
       from kf_messages k join kf_people p on p.station_id = $1 and p.external_userid = k.external_userid
       where k.station_id = $1 and k.open_kfid = $2 and k.msgid = $3 and k.message_id is not null`,
      [stationId, openKfid, msgid, place],
    ),
  )
  const row = rows[0]
  if (!row || row.here) return
  if (!api) throw new AppError('unavailable', '微信通道没有设置好。')
  const { content, origin } = readKfMessage(row.raw, openKfid)
  const sent = mediaOf(content as KfContent)[place]
  if (!sent?.mediaId) return
  await ensureFiled(context, stationId, row.contact_id)
  // What a colleague sent weighs on no resident's day.
  const sender = origin === 5 ? null : (row.contact_id as string)
  try {
    const media = await getMedia(api, sent.mediaId)
    const received = await receiveFile(context.files, stationId, Readable.from(upTo(media.bytes)))
    const kept = await keepMedia(context, stationId, sender, received, {
      kind: sent.kind,
      name: media.name || sent.name,
    })
    const actor = sender ? { kind: 'resident' as const, id: sender } : { kind: 'system' as const, id: null }
    await inStation(pool, stationId, async (tx) => {
      const file = await recordFile(tx, actor, kept, null)
      await addFile(tx, row.message_id, file.id, { place, saidBy: sent.saidBy })
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason) throw error
    const sentence = sent.saidBy === '' ? reason : `${whichOf(sent, place)}：${reason}`
    await inStation(pool, stationId, (tx) => markMessage(tx, row.message_id, 'file_missing', sentence))
  }
}

const whichOf = ({ kind, saidBy }: SentMedia, place: number) =>
  `第 ${place + 1} 个附件（${mediaNames[kind]}，${saidBy}）`

/** The platform lets no more through; a gateway in between might. */
async function* upTo(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > fileSizes.document) throw new AppError('too_large', 'more than is kept')
    yield chunk
  }
}

/** Why it will never be had, to who reads it beside what was sent; null when another try may do. */
function reasonOf(error: unknown): string | null {
  if (error instanceof AppError)
    switch (error.code) {
      case 'too_large':
        return `太大（超过 ${fileSizes.document / 1024 / 1024} MB），没有保存，请联系发的人分开再发。`
      case 'too_many':
        return '今天发来的照片和文件太多，这一个没有保存，请联系发的人明天再发，或者当面看。'
      case 'invalid':
        return error.message
    }
  if (error instanceof ApiError && error.kind === 'refused' && [40007, 301048].includes(error.errcode!))
    return '微信只保存三天，已经取不到了，请居民再发一次。'
  return null
}
