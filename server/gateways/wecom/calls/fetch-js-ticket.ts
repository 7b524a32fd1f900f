import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import type { Token } from '../api/token-source.ts'
import { numberOf, textOf } from '../api/untrusted.ts'

/**
 * The corporation's ticket signs wx.config, the application's signs wx.agentConfig. Two hours, 100 fetches an hour
 * per application: keep it as a token is kept, keepToken(() => fetchJsTicket(api, 'application'), now).
 */
export async function fetchJsTicket(api: Api, of: 'corporation' | 'application'): Promise<Token> {
  const path = of === 'corporation' ? 'get_jsapi_ticket' : 'ticket/get'
  const query = of === 'corporation' ? {} : { type: 'agent_config' }
  const answer = await callApi(api, { method: 'GET', path, query, expects: 'ticket' })
  const value = textOf(answer['ticket'])
  if (value === '') throw new ApiError('unreadable', path, { detail: 'no ticket' })
  const seconds = numberOf(answer['expires_in']) ?? 7200
  return { value, expiresAt: api.config.now() + (seconds - Math.min(300, seconds / 10)) * 1000 }
}
