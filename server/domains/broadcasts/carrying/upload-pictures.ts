import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { uploadAttachment } from '../../../gateways/wecom/calls/upload-attachment.ts'
import { uploadMedia } from '../../../gateways/wecom/calls/upload-media.ts'
import { pathOf } from '../../../platform/files/file-store.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Carrying } from './carrying.ts'
import type { Task } from './claim-tasks.ts'
import { moveTask } from './move-task.ts'
import { passing } from './pauses.ts'

/** A picture is good at WeCom for three days; used only while it lives for a while yet. */
const goodHours = 60
/** What Moments take at most. */
const momentSize = { width: 1440, height: 1080 }

/**
 * The pictures as WeCom's ids, in their order, each uploaded once. Null when one is not taken: which and why is written
 * down, and the broadcast does not go out without it, for it was approved with it.
 */
export async function uploadPictures(context: Carrying, api: Api, task: Task): Promise<string[] | null> {
  const { pool } = context
  if (task.fileIds.length === 0) return []
  const use = task.channel === 'moments' ? 'moment' : 'message'
  const { rows } = await inStation(pool, task.stationId, (tx) =>
    tx.client.query({
      name: 'list-broadcast-pictures',
      text: `select f.id, f.shown_sha256, m.media_id from files f
        left join broadcast_media m on m.station_id = $1 and m.broadcast_id = $2 and m.file_id = f.id and m.use = $4
          and m.uploaded_at > clock_timestamp() - interval '${goodHours} hours'
        where f.station_id = $1 and f.id = any($3::uuid[]) and f.kind = 'photo'`,
      values: [task.stationId, task.broadcastId, task.fileIds, use],
    }),
  )
  const ids: string[] = []
  for (const [place, fileId] of task.fileIds.entries()) {
    const file = rows.find((row) => row.id === fileId)
    if (!file) {
      await note(context, task, fileId, use, null, 'gone')
      return null
    }
    // The hold is renewed with every picture: a slow line must not look like a death.
    if (!(await moveTask(pool, task, 'waiting', { state: 'waiting' })))
      throw new Error('the task is in other hands')
    const mediaId =
      file.media_id ?? (await upload(context, api, task, { fileId, place, use, sha256: file.shown_sha256 }))
    if (!mediaId) return null
    ids.push(mediaId)
  }
  return ids
}

type Picture = { fileId: string; place: number; use: 'message' | 'moment'; sha256: string }

async function upload(context: Carrying, api: Api, task: Task, picture: Picture): Promise<string | null> {
  const { fileId, place, use, sha256 } = picture
  const drawn = await readFile(pathOf(context.files, task.stationId, sha256))
  const name = `图片${place + 1}.jpg`
  const type = 'image/jpeg'
  try {
    const mediaId =
      use === 'moment'
        ? await uploadAttachment(api, { name, type, bytes: new Uint8Array(await fit(drawn)) })
        : (await uploadMedia(api, { kind: 'image', name, type, bytes: new Uint8Array(drawn) })).mediaId
    await note(context, task, fileId, use, mediaId, null)
    return mediaId
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'refused' || passing.has(error.errcode ?? 0))
      throw error
    await note(context, task, fileId, use, null, String(error.errcode ?? 'refused'))
    return null
  }
}

/** Our own drawing of the picture, no larger than Moments take it. */
const fit = (bytes: Buffer) =>
  sharp(bytes)
    .resize({ ...momentSize, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()

async function note(
  { pool }: Carrying,
  task: Task,
  fileId: string,
  use: Picture['use'],
  mediaId: string | null,
  failCode: string | null,
): Promise<void> {
  await inStation(pool, task.stationId, (tx) =>
    tx.client.query(
      `insert into broadcast_media (station_id, broadcast_id, file_id, use, media_id, fail_code) values ($1, $2, $3, $4, $5, $6)
       on conflict (station_id, broadcast_id, file_id, use) do update
         set media_id = excluded.media_id, fail_code = excluded.fail_code, uploaded_at = clock_timestamp()`,
      [task.stationId, task.broadcastId, fileId, use, mediaId, failCode],
    ),
  )
}
