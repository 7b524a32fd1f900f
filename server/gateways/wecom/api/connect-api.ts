import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from './api.ts'
import type { ApiConfig } from './api-config.ts'
import { fetchToken } from './fetch-token.ts'
import { makeGate } from './make-gate.ts'
import { makeThrottle } from './make-throttle.ts'
import { readBaseUrl } from './read-base-url.ts'
import { keepToken } from './token-source.ts'

/** Nothing is sent yet. Throws RangeError with a Chinese sentence when the address is none. */
export function connectApi(given: ApiConfig): Api {
  const config = { now: Date.now, wait: (milliseconds: number) => pause(milliseconds), ...given }
  const { now } = config
  const base = readBaseUrl(config.baseUrl)
  const parts = { config, base, gate: makeGate(config.concurrency ?? 8), throttle: makeThrottle(now) }
  return { ...parts, tokens: keepToken(() => fetchToken(parts), now, config.tokenStore) }
}
