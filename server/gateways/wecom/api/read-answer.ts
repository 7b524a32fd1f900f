import { ApiError } from './api-error.ts'
import type { ApiAnswer, ApiRequest } from './api-request.ts'
import { limitBody } from './limit-body.ts'

export type ReadAnswer = { errcode: number; errmsg: string; answer: ApiAnswer }

/**
 * errcode 0 is success; errmsg is for people and never looked at. Where errcode is missing, the field that was
 * asked for has to be there. An errcode counts whatever the HTTP status says.
 */
export async function readAnswer(
  response: Response,
  request: ApiRequest,
  maxBytes: number,
): Promise<ReadAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of limitBody(response, request.path, maxBytes)) chunks.push(chunk)
  const answer = parseLeniently(Buffer.concat(chunks).toString())
  const errcode = readErrcode(answer, request.expects)
  if (!answer || errcode === undefined || (errcode === 0 && !response.ok)) {
    const kind = response.ok ? 'unreadable' : 'unreachable'
    throw new ApiError(kind, request.path, { detail: `HTTP ${response.status}` })
  }
  return { errcode, errmsg: typeof answer['errmsg'] === 'string' ? answer['errmsg'] : '', answer }
}

function readErrcode(answer: ApiAnswer | undefined, expects: string | undefined): number | undefined {
  const errcode = answer?.['errcode']
  if (typeof errcode === 'number' && Number.isInteger(errcode)) return errcode
  if (typeof errcode === 'string' && /^-?\d{1,9}$/.test(errcode)) return Number(errcode)
  return errcode === undefined && expects !== undefined && answer?.[expects] !== undefined ? 0 : undefined
}

/** Nicknames bring raw control characters and broken UTF-8 into an answer; one of them must not cost all. */
function parseLeniently(text: string): ApiAnswer | undefined {
  for (const source of [text, text.replace(/[\u0000-\u001f]/g, ' ')]) {
    try {
      const value: unknown = JSON.parse(source)
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
    } catch {}
  }
  return undefined
}
