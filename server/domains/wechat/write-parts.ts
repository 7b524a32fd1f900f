import { readFile } from 'node:fs/promises'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { uploadMedia } from '../../gateways/wecom/calls/upload-media.ts'
import type { KfReply } from '../../gateways/wecom/calls/write-kf-reply.ts'
import type { Context } from '../../platform/context.ts'
import { pathOf } from '../../platform/files/file-store.ts'
import { inStation } from '../../platform/tenancy.ts'
import type { Delivery } from '../inbox/claim-delivery.ts'

/** The platform's limit of one text, in bytes, less what a letter may take at the cut. */
const textBytes = 2044

/** One message of the platform, written when its turn comes: a file is uploaded only then. */
export type Part = (api: Api) => Promise<KfReply>

/** The messages that an answer is sent as, in order: the text in pieces, then each file. The same at every try. */
export async function writeParts(
  context: Pick<Context, 'pool' | 'files'>,
  stationId: string,
  delivery: Delivery,
): Promise<Part[]> {
  const texts: Part[] = cutText(delivery.body).map((text) => async () => ({ kind: 'text', text }))
  if (delivery.fileIds.length === 0) return texts
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      'select id, kind, media_type, sha256, shown_sha256 from files where station_id = $1 and id = any($2::uuid[])',
      [stationId, delivery.fileIds],
    ),
  )
  const files = delivery.fileIds
    .map((id) => rows.find((row) => row.id === id))
    .filter((row) => row !== undefined)
  return [
    ...texts,
    ...files.map(
      (file, index): Part =>
        async (api) => {
          const isPhoto = file.kind === 'photo'
          // As we drew it: the original says where and when it was taken.
          const bytes = await readFile(
            pathOf(context.files, stationId, isPhoto ? file.shown_sha256 : file.sha256),
          )
          const kind = isPhoto ? 'image' : 'file'
          const ending = isPhoto ? 'jpg' : (endings[file.media_type] ?? 'bin')
          const { mediaId } = await uploadMedia(api, {
            kind,
            name: `${isPhoto ? '照片' : '文件'}${index + 1}.${ending}`,
            type: isPhoto ? 'image/jpeg' : file.media_type,
            bytes: new Uint8Array(bytes),
          })
          return { kind, mediaId }
        },
    ),
  ]
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'audio/aac': 'aac',
}

function cutText(body: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const letter of body) {
    const bytes = Buffer.byteLength(letter)
    if (size + bytes > textBytes) {
      pieces.push(piece)
      piece = ''
      size = 0
    }
    piece += letter
    size += bytes
  }
  return piece === '' ? pieces : [...pieces, piece]
}
