import { ApiError } from './api-error.ts'
import { systemCodeOf } from './send-request.ts'

/** The body's bytes as they come. Ends with an ApiError when there are too many or the connection breaks. */
export async function* limitBody(response: Response, path: string, maxBytes: number): AsyncGenerator<Buffer> {
  let length = 0
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length
      if (length > maxBytes) throw new ApiError('unreadable', path, { detail: `more than ${maxBytes} bytes` })
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    }
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError('unreachable', path, { detail: systemCodeOf(error) })
  }
}
