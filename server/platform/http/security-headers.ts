import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** For the style tags of this one page (the component library writes its styles at run time). */
    styleNonce: string
  }
}

/** Nothing is loaded from anywhere but here, nothing runs that is not a file of ours, nobody frames us. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Security headers on every answer, and no write from another site's page. */
export function secureAnswers(app: FastifyInstance): void {
  app.decorateRequest('styleNonce', '')
  app.addHook('onRequest', async (request, reply) => {
    request.styleNonce = randomBytes(16).toString('base64')
    reply.headers({
      'content-security-policy': contentSecurityPolicy(request.styleNonce),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self), interest-cohort=()',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cache-control': 'no-store',
    })
    if (request.method === 'GET' || request.method === 'HEAD') return
    // Browsers name the page a write comes from; another site's page is refused, cookies or not (CSRF).
    const { origin, host } = request.headers
    if (!origin) return
    // 'null', and what is no address at all.
    if (!URL.canParse(origin)) throw new AppError('forbidden', '请求来源不明，已拒绝。')
    if (new URL(origin).host !== host) throw new AppError('forbidden', '请求来自别的网站，已拒绝。')
  })
}
