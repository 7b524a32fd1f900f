import type { ErrorCode } from '../../contract/errors.ts'
import { callText } from '../ui/text/calls.ts'
import { createDeeds } from './once.ts'

/** `offline`: no answer came. The other codes are the server's; the message is fit to show a person. */
export type FailureCode = ErrorCode | 'offline'

export class ApiError extends Error {
  readonly code: FailureCode
  readonly status: number
  readonly details: unknown
  readonly requestId: string | undefined

  constructor(code: FailureCode, message: string, status = 0, details?: unknown, requestId?: string) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
    this.requestId = requestId
  }
}

type Value = string | number | boolean | null | undefined
export type Query = Record<string, Value>

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Query
  body?: unknown
  /** A form with files, sent as it is. */
  form?: FormData
  /** The same key makes a repeat harmless. Without one, a change gets its own (once.ts); a form must bring one. */
  idempotencyKey?: string
  headers?: Record<string, string>
  /** A large body, read before the answer: waited for as long as for an upload. */
  patient?: boolean
  signal?: AbortSignal
}

const waitMs = 30_000
const uploadWaitMs = 180_000

/** Headers every call of this page carries, such as which station the resident's page is for. */
export const callHeaders: { current: () => Record<string, string> } = { current: () => ({}) }

/** The same in the address, for what a browser fetches without headers of ours: pictures, sound, live streams. */
export const addressWords: { current: () => Query } = { current: () => ({}) }

/** Told of every answer that refuses the session, whoever asked: a person, a refresh or a draft saved by itself. */
export const refusals: { unauthenticated: () => void } = { unauthenticated: () => {} }

/** Leaves out what is empty, so that "no filter" and "filter not given" are the same address. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** Whether the server may have done it although it looks failed here. */
const isUnsure = (error: unknown) =>
  !(error instanceof ApiError) || error.code === 'offline' || error.status >= 500
const once = createDeeds(isUnsure)

/**
 * One call of the API. Throws an ApiError; a request nobody answers ends after half a minute. A change happens once,
 * however often it is tapped or tried again.
 */
export function fetchJson<T>(path: string, call: Call = {}): Promise<T> {
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST')
  if (method === 'GET' || call.idempotencyKey) return fetchOnce<T>(path, call)
  const station = callHeaders.current()['x-station-id'] ?? ''
  const signature = JSON.stringify([station, method, address(path, call.query), call.body ?? null])
  return once(signature, (idempotencyKey) => fetchOnce<T>(path, { ...call, idempotencyKey }))
}

async function fetchOnce<T>(path: string, call: Call): Promise<T> {
  const answer = await fetchAnswer(path, call)
  if (answer.status === 204) return undefined as T
  return (await answer.json().catch(() => {
    throw new ApiError('offline', callText.unreachable)
  })) as T
}

/** The same for an answer that is not JSON, such as a file to save. */
export async function fetchAnswer(path: string, call: Call = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(call.form || call.patient ? uploadWaitMs : waitMs)
  const body = call.form ?? (call.body === undefined ? undefined : JSON.stringify(call.body))
  let answer: Response
  try {
    answer = await fetch(address(path, call.query), {
      method: call.method ?? (body ? 'POST' : 'GET'),
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
        ...callHeaders.current(),
        ...call.headers,
      },
      body: body ?? null,
      credentials: 'same-origin',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    })
  } catch (error) {
    if (call.signal?.aborted) throw error
    throw new ApiError('offline', callText.unreachable)
  }
  if (!answer.ok) {
    const failure = await readFailure(answer)
    if (failure.code === 'unauthenticated') refusals.unauthenticated()
    throw failure
  }
  return answer
}

async function readFailure(answer: Response): Promise<ApiError> {
  const said = (await answer.json().catch(() => null)) as {
    code?: ErrorCode
    message?: string
    details?: unknown
    requestId?: string
  } | null
  if (!said?.code) {
    return answer.status >= 500
      ? new ApiError('unavailable', callText.unavailable, answer.status)
      : new ApiError('internal', callText.unreadable, answer.status)
  }
  return new ApiError(said.code, said.message ?? callText.failed, answer.status, said.details, said.requestId)
}
