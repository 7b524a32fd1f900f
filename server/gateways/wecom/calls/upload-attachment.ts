import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'

/** media/upload_attachment for Moments: a picture of at most 10 MB and 1440 × 1080. Good for three days. */
export async function uploadAttachment(
  api: Api,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const form = new FormData()
  form.set('media', new Blob([bytes], { type }), name)
  const path = 'media/upload_attachment'
  const answer = await callApi(api, {
    method: 'POST',
    path,
    query: { media_type: 'image', attachment_type: 1 },
    form,
    expects: 'media_id',
  })
  const mediaId = textOf(answer['media_id'])
  if (mediaId === '') throw new ApiError('unreadable', path, { detail: 'no media_id' })
  return mediaId
}
