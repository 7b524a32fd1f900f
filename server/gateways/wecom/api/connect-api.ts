import { setTimeout as pause } from 'node:timers/promises'
import type { ApiConfig } from './api-config.ts'
import { fetchToken } from './fetch-token.ts'
import { type Gate, makeGate } from './make-gate.ts'
import { makeThrottle, type Throttle } from './make-throttle.ts'
import { readBaseUrl } from './read-base-url.ts'
import { keepToken, type TokenSource } from './token-source.ts'

/** What a call needs: made once per application, since token, gate and throttle are its memory. */
export type Api = {
  config: ApiConfig & { now: () => number; wait: (milliseconds: number) => Promise<void> }
  base: string
  tokens: TokenSource
  gate: Gate
  throttle: Throttle
}

/** Nothing is sent yet. Throws RangeError with a Chinese sentence when the address is none. */
export function connectApi(given: ApiConfig): Api {
  const config = { now: Date.now, wait: (milliseconds: number) => pause(milliseconds), ...given }
  const { now } = config
  const base = readBaseUrl(config.baseUrl)
  const parts = { config, base, gate: makeGate(config.concurrency ?? 8), throttle: makeThrottle(now) }
  return { ...parts, tokens: keepToken(() => fetchToken(parts), now, config.tokenStore) }
}
