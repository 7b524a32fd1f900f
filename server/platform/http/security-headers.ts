import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { AppError } from '../errors.ts'

/** Nothing is loaded from anywhere but here, nothing runs that is not a file of ours, nobody frames us. */
function contentSecurityPolicy(nonce?: string, more: string[] = [], framedBy = "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
    ...more,
  ].join('; ')
}

/**
 * Lets this one page write its styles at run time, as the component library does; returns what its tags must carry.
 * `more`: directives of this page alone.
 */
export function admitStyles(reply: FastifyReply, more: string[] = []): string {
  const nonce = randomBytes(16).toString('base64')
  reply.header('content-security-policy', contentSecurityPolicy(nonce, more))
  return nonce
}

/** The same for the one page that stands inside another of ours: it shows what it is given there and nothing of anybody. */
export function admitFraming(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString('base64')
  reply.header('content-security-policy', contentSecurityPolicy(nonce, [], "'self'"))
  reply.header('x-frame-options', 'SAMEORIGIN')
  return nonce
}

const headers = {
  'content-security-policy': contentSecurityPolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self), interest-cohort=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
}

/** Security headers on every answer, and no write from another site's page. */
export function secureAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers)
    if (request.method === 'GET' || request.method === 'HEAD') return done()
    // Browsers name the page a write comes from; another site's page is refused, cookies or not (CSRF).
    const { origin, host } = request.headers
    if (!origin) return done()
    // 'null', and what is no address at all.
    if (!URL.canParse(origin)) return done(new AppError('forbidden', '请求来源不明，已拒绝。'))
    if (new URL(origin).host !== host) return done(new AppError('forbidden', '请求来自别的网站，已拒绝。'))
    done()
  })
}
