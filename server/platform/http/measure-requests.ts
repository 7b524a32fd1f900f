import type { FastifyInstance } from 'fastify'
import { Counter, Histogram } from 'prom-client'

const seconds = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer, by route pattern, method and status class',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
})
const slow = new Counter({
  name: 'http_slow_requests_total',
  help: 'Requests over one second',
  labelNames: ['route'],
})

/** Counts and times every request by its pattern (never by its path, which holds ids). */
export function measureRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const elapsed = reply.elapsedTime / 1000
    seconds.observe(
      { route, method: request.method, status: `${Math.floor(reply.statusCode / 100)}xx` },
      elapsed,
    )
    if (elapsed > 1 && !route.endsWith('/live')) {
      slow.inc({ route })
      request.log.warn({ route, ms: Math.round(reply.elapsedTime), requestId: request.id }, 'slow request')
    }
    done()
  })
}
