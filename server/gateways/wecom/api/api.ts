import type { ApiConfig } from './api-config.ts'
import type { Gate } from './make-gate.ts'
import type { Throttle } from './make-throttle.ts'
import type { TokenSource } from './token-source.ts'

/** What a call needs: made once per application, since token, gate and throttle are its memory. */
export type Api = {
  config: ApiConfig & { now: () => number; wait: (milliseconds: number) => Promise<void> }
  base: string
  tokens: TokenSource
  gate: Gate
  throttle: Throttle
}
