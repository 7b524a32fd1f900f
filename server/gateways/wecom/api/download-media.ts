import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import type { ApiRequest } from './api-request.ts'
import { exchange } from './exchange.ts'
import { limitBody } from './limit-body.ts'
import { readAnswer } from './read-answer.ts'
import { readFileName } from './read-file-name.ts'
import { sendRequest } from './send-request.ts'

/** type and name are the sender's claims. bytes is to be read once, and throws ApiError when it breaks off. */
export type Media = { type: string; name: string; bytes: AsyncIterable<Buffer> }

/** Files end at 20 MB at the vendor; a little more is let through before it is called an error. */
const maxMedia = 24 * 1024 * 1024

/**
 * Answers the bytes, or JSON with an errcode, under the same HTTP status. JSON that comes with a file name is a file
 * somebody sent. Throws ApiError.
 */
export async function downloadMedia(api: Api, request: ApiRequest, maxBytes = maxMedia): Promise<Media> {
  return exchange(api, request, api.tokens, async (token) => {
    const response = await sendRequest(api.base, request, token, api.config.mediaTimeoutMs ?? 60_000)
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
    const disposition = response.headers.get('content-disposition') ?? ''
    const name = readFileName(disposition)
    const isFile = response.ok && (disposition !== '' || !/^(|application\/json|text\/.*)$/.test(type))
    if (!isFile) {
      const { errcode, errmsg } = await readAnswer(response, request, 64 * 1024)
      if (errcode === 0) throw new ApiError('unreadable', request.path, { detail: 'no file in the answer' })
      return { errcode, errmsg, value: undefined as never }
    }
    const bytes = limitBody(response, request.path, maxBytes)
    return { errcode: 0, errmsg: '', value: { type, name, bytes } }
  })
}
