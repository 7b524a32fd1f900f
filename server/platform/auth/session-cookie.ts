import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { readAuthSecret } from './identity.ts'
import { absoluteHours, sessionCookie } from './session-rules.ts'

export type SessionCookie = ReturnType<typeof createSessionCookie>

const form = /^([A-Za-z0-9]{32})\.([A-Za-z0-9+/]{43}=)$/

/**
 * The officer's cookie: the session's token and its HMAC-SHA256, in better-auth's own format, so that both read it.
 * A cookie that was not signed here costs no look-up.
 */
export function createSessionCookie(config: Pick<Config, 'dataDir' | 'publicUrl'>) {
  const secret = readAuthSecret(config)
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest()

  return {
    /** The token a request carries, or null when there is none that we signed. */
    read(request: FastifyRequest): string | null {
      const [, token, signature] = form.exec(request.cookies[sessionCookie] ?? '') ?? []
      if (!token || !signature) return null
      return timingSafeEqual(sign(token), Buffer.from(signature, 'base64')) ? token : null
    },
    write(reply: FastifyReply, token: string): void {
      const value = `${token}.${sign(token).toString('base64')}`
      reply.setCookie(sessionCookie, value, { ...attributes, maxAge: absoluteHours * 3600 })
    },
    clear(reply: FastifyReply): void {
      reply.clearCookie(sessionCookie, attributes)
    },
    /** The headers with which the library recognises the holder of a token. */
    headersOf(token: string): Headers {
      const value = encodeURIComponent(`${token}.${sign(token).toString('base64')}`)
      return new Headers({ cookie: `${sessionCookie}=${value}` })
    },
  }
}
