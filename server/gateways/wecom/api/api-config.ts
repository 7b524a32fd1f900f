import type { TokenStore } from './token-source.ts'

/**
 * One application of one corporation. Every host comes from here and from nowhere else: no answer of the server, no
 * message of a resident ever names an address that is called.
 */
export type ApiConfig = {
  /** scheme, host and, for a government edition, the path in front of /cgi-bin */
  baseUrl: string
  corpId: string
  secret: string
  /** older ones, tried in their order where the server does not take the first: it may not have changed over yet */
  formerSecrets?: string[]
  timeoutMs?: number
  mediaTimeoutMs?: number
  maxAnswerBytes?: number
  /** calls at the same time, at most; lowered when the server says so */
  concurrency?: number
  /** where processes share a token; without it each gets its own */
  tokenStore?: TokenStore
  now?: () => number
  wait?: (milliseconds: number) => Promise<void>
  /** told of every exchange, for the health page and the call budget; paths and numbers only */
  observe?: (call: ObservedCall) => void
}

export type ObservedCall = { path: string; errcode: number | undefined; milliseconds: number }

export const publicBaseUrl = 'https://qyapi.weixin.qq.com'
