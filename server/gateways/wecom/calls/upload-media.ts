import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import { numberOf, textOf } from '../api/untrusted.ts'

export type MediaUpload = {
  kind: 'image' | 'voice' | 'video' | 'file'
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** More than 5 bytes; image 10 MB, voice 2 MB of AMR, video 10 MB, file 20 MB. The id is good for three days. */
export async function uploadMedia(
  api: Api,
  { kind, name, type, bytes }: MediaUpload,
): Promise<{ mediaId: string; createdAt: number | undefined }> {
  const form = new FormData()
  form.set('media', new Blob([bytes], { type }), name)
  const path = 'media/upload'
  const answer = await callApi(api, {
    method: 'POST',
    path,
    query: { type: kind },
    form,
    expects: 'media_id',
  })
  const mediaId = textOf(answer['media_id'])
  if (mediaId === '') throw new ApiError('unreadable', path, { detail: 'no media_id' })
  return { mediaId, createdAt: numberOf(answer['created_at']) }
}
