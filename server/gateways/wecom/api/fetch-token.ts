import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import { exchange } from './exchange.ts'
import { readAnswer } from './read-answer.ts'
import { sendRequest } from './send-request.ts'
import type { Token } from './token-source.ts'

/** What the server says of a secret that it does not know, or not for this corporation. */
const notTheSecret = new Set([40001, 40091])

/**
 * gettoken. Good for two hours; counted as over five minutes before that, or a tenth before if it is shorter. While a
 * secret is being changed the one before counts as well: whichever side changes over first, no call fails for it. What
 * is thrown is what the server says of the newest.
 */
export async function fetchToken(api: Omit<Api, 'tokens'>): Promise<Token> {
  const [newest, ...former] = [api.config.secret, ...(api.config.formerSecrets ?? [])]
  try {
    return await fetchBy(api, newest!)
  } catch (error) {
    if (!(error instanceof ApiError) || !notTheSecret.has(error.errcode ?? 0)) throw error
    for (const secret of former) {
      const token = await fetchBy(api, secret).catch(() => null)
      if (token) return token
    }
    throw error
  }
}

async function fetchBy(api: Omit<Api, 'tokens'>, secret: string): Promise<Token> {
  const { corpId, timeoutMs = 10_000 } = api.config
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
