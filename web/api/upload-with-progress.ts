import { callText } from '../ui/text/calls.ts'
import { ApiError, address, callHeaders } from './fetch-json.ts'
import type { StoredFile } from './files.ts'

const waitMs = 180_000

/**
 * Stores one file of a resident and says how far it is (0 to 1), which only the older request object can. With the
 * same key a repeat is harmless. Throws an ApiError.
 */
export function uploadWithProgress(
  file: Blob,
  options: { idempotencyKey: string; seconds?: number; progress: (part: number) => void },
): Promise<StoredFile> {
  const form = new FormData()
  form.set('file', file, 'file')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const offline = () => reject(new ApiError('offline', callText.notUploaded))
    request.open('POST', address('/api/resident/files', { seconds: options.seconds }))
    request.timeout = waitMs
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', options.idempotencyKey)
    for (const [name, value] of Object.entries(callHeaders.current())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.progress(event.loaded / event.total)
    }
    request.onerror = offline
    request.ontimeout = offline
    request.onabort = offline
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (request.status >= 200 && request.status < 300 && answer) resolve(answer as StoredFile)
      else reject(failure(request.status, answer))
    }
    request.send(form)
  })
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function failure(status: number, answer: unknown): ApiError {
  const said = answer as { code?: ApiError['code']; message?: string } | null
  if (!said?.code) return new ApiError('unavailable', callText.unavailable, status)
  return new ApiError(said.code, said.message ?? callText.uploadFailed, status)
}
