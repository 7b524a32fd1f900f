import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../../platform/context.ts'

type Kept = { name: string; path: string; seconds: number; secret: string }

/**
 * A short-lived cookie that only we can have written: `{...data, until}` and its HMAC. It binds what comes back from
 * WeCom to the browser that set out.
 */
export function sealedCookie<Data extends object>(context: Pick<Context, 'config'>, kept: Kept) {
  const secure = context.config.publicUrl?.startsWith('https:') ?? false
  const attributes = { path: kept.path, httpOnly: true, sameSite: 'lax', secure } as const
  const sign = (text: string) => createHmac('sha256', kept.secret).update(`${kept.name}\n${text}`).digest()
  return {
    write(reply: FastifyReply, data: Data): void {
      const until = Date.now() + kept.seconds * 1000
      const text = Buffer.from(JSON.stringify({ ...data, until })).toString('base64url')
      const value = `${text}.${sign(text).toString('base64url')}`
      reply.setCookie(kept.name, value, { ...attributes, maxAge: kept.seconds })
    },
    /** Null when there is none, it is not ours, or its time is over. */
    read(request: FastifyRequest): Data | null {
      const [text = '', seal = ''] = (request.cookies[kept.name] ?? '').split('.')
      const given = Buffer.from(seal, 'base64url')
      if (given.length !== 32 || !timingSafeEqual(sign(text), given)) return null
      const data = JSON.parse(Buffer.from(text, 'base64url').toString()) as Data & { until: number }
      return data.until > Date.now() ? data : null
    },
    clear(reply: FastifyReply): void {
      reply.clearCookie(kept.name, attributes)
    },
  }
}
