import { ApiError } from './api-error.ts'
import type { ApiRequest } from './api-request.ts'
import { omitEmpty } from './omit-empty.ts'

/**
 * One exchange. A redirect is an error: it would lead, with the token, to a host that nobody configured. Of what
 * fetch throws only the system's code is kept, since the address holds the token.
 */
export async function sendRequest(
  base: string,
  request: ApiRequest,
  token: string | undefined,
  timeoutMs: number,
): Promise<Response> {
  const url = new URL(`${base}/cgi-bin/${request.path}`)
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value))
  }
  if (token !== undefined) url.searchParams.set('access_token', token)
  try {
    return await fetch(url, {
      method: request.method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(request.form && { body: request.form }),
      ...(request.body && {
        body: JSON.stringify(omitEmpty(request.body)),
        headers: { 'content-type': 'application/json' },
      }),
    })
  } catch (error) {
    throw new ApiError('unreachable', request.path, { detail: systemCodeOf(error) })
  }
}

export function systemCodeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'unknown')
}
