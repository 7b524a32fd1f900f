import { type Call, type Given, get, post } from '../http/call.ts'
import { need, object, oneOf, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { checkUpload, isPicture } from './check-upload.ts'
import { addMedia, countFetch, mediaFor } from './media.ts'
import type { MediaKind } from './state.ts'

const kinds = ['image', 'voice', 'video', 'file'] as const
const pictureBytes = { most: 2 * 2 ** 20, least: 5 }

export const mediaCalls: Call[] = [
  post('media/upload', {
    permission: 'token',
    fields: object({ type: need(oneOf<MediaKind>(kinds, 40004)) }),
    answer(world, { type: kind }, given) {
      const { bytes, filename, type } = onlyUpload(given)
      checkUpload(kind, bytes)
      const media = addMedia(world, { kind, use: 'temporary', bytes, filename, type })
      // Text here, a number in upload_attachment, and an empty errmsg: all as the vendor answers.
      const created_at = String(Math.floor(media.createdAt / 1000))
      return { errmsg: '', type: kind, media_id: media.mediaId, created_at }
    },
  }),
  post('media/upload_attachment', {
    permission: 'contact',
    fields: object({
      media_type: need(oneOf<MediaKind>(['image', 'video', 'file'], 40004)),
      attachment_type: need(oneOf(['1', '2'])),
    }),
    answer(world, { media_type: kind, attachment_type }, given) {
      if (attachment_type === '1' && kind === 'file') throw new Refusal(40004)
      const { bytes, filename, type } = onlyUpload(given)
      checkUpload(kind, bytes)
      const use = attachment_type === '1' ? 'moment' : 'album'
      const media = addMedia(world, { kind, use, bytes, filename, type })
      const created_at = Math.floor(media.createdAt / 1000)
      return { type: kind, media_id: media.mediaId, created_at }
    },
  }),
  post('media/uploadimg', {
    permission: 'token',
    fields: object({}),
    answer(world, _fields, given) {
      const { bytes, filename, type } = onlyUpload(given)
      if (bytes.length <= pictureBytes.least || bytes.length > pictureBytes.most) throw new Refusal(40009)
      if (!isPicture(bytes)) throw new Refusal(40123)
      const media = addMedia(world, { kind: 'image', use: 'temporary', bytes, filename, type })
      world.media.pictures.set(media.mediaId, media)
      return { url: `${world.publicUrl}/pictures?id=${media.mediaId}` }
    },
  }),
  get('media/get', {
    permission: 'token',
    fields: object({ media_id: need(text(), 41006) }),
    answer: (world, { media_id }) => fetchMedia(world, media_id),
  }),
]

/** Bytes, or a refusal in JSON: the caller has to look at the content type. */
function fetchMedia(world: World, mediaId: string) {
  const media = mediaFor(world, mediaId, [...kinds], ['temporary', 'received', 'moment', 'album'])
  countFetch(world, media)
  return { binary: media.bytes, type: media.type, filename: media.filename }
}

function onlyUpload({ uploads }: Given) {
  const upload = uploads.find(({ field }) => field === 'media')
  if (!upload) throw new Refusal(44001, 'no field media')
  return upload
}
