import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import { exchange } from './exchange.ts'
import { readAnswer } from './read-answer.ts'
import { sendRequest } from './send-request.ts'
import type { Token } from './token-source.ts'

/** gettoken. Good for two hours; counted as over five minutes before that, or a tenth before if it is shorter. */
export async function fetchToken(api: Omit<Api, 'tokens'>): Promise<Token> {
  const { corpId, secret, timeoutMs = 10_000 } = api.config
  const query = { corpid: corpId, corpsecret: secret }
  const request = { method: 'GET', path: 'gettoken', query, expects: 'access_token' } as const
  const answer = await exchange(api, request, undefined, async () => {
    const response = await sendRequest(api.base, request, undefined, timeoutMs)
    const read = await readAnswer(response, request, 64 * 1024)
    return { ...read, value: read.answer }
  })
  const { access_token: value, expires_in: lasts } = answer
  if (typeof value !== 'string' || value === '') {
    throw new ApiError('unreadable', 'gettoken', { detail: 'no access_token' })
  }
  const seconds = Number(lasts) > 0 ? Number(lasts) : 7200
  return { value, expiresAt: api.config.now() + (seconds - Math.min(300, seconds / 10)) * 1000 }
}
