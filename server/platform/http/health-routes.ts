import { register } from 'prom-client'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { App } from './create-http.ts'

const tags = ['operation']
/** What a proxy adds: with one of these somebody else asks. */
const proxyHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** For load balancers and the person on call: alive, ready, and the figures. */
export function healthRoutes(app: App, context: Pick<Context, 'pool'>): void {
  app.get(
    '/health',
    { config: { access: 'public', rateLimit: false }, schema: { tags, summary: 'The process runs' } },
    async () => ({ alive: true }),
  )

  app.get(
    '/ready',
    {
      config: { access: 'public', rateLimit: false },
      schema: { tags, summary: 'The process can serve: its database writes' },
    },
    async () => {
      const { rows } = await context.pool
        .query('select pg_is_in_recovery() as standby')
        .catch(() => ({ rows: [] }))
      if (rows.length === 0) throw new AppError('unavailable', '数据库连不上。')
      if (rows[0].standby) throw new AppError('unavailable', '数据库只读。')
      return { ready: true }
    },
  )

  app.get(
    '/metrics',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'Prometheus metrics; answered on the machine itself only' },
    },
    async (request, reply) => {
      // Figures about the station's work are no one else's business: a scraper runs beside the server. The socket's own
      // address, because a client may write what request.ip says; a proxy on this machine comes from here too.
      const isNear = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
      if (!isNear || proxyHeaders.some((name) => name in request.headers))
        throw new AppError('not_found', '没有这个地址。')
      reply.type(register.contentType)
      return register.metrics()
    },
  )
}
