import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { App } from './create-http.ts'

/** The limit is meant for an installation with the usual REQUESTS_PER_MINUTE; who allows more allows more here. */
const usualRequestsPerMinute = 1200
/** Faster than anybody types and reads, for each door that searches: a machine that leafs through is stopped. */
export const searchesAMinute = 90

/** A limit on one thing that an officer does, in a minute, kept by each process for itself. Throws `too_many`. */
export function limitOfficers(
  app: App,
  { config }: Pick<Context, 'config'>,
  most: number,
): (request: FastifyRequest) => Promise<void> {
  // Without the limits of the process (tests) there are none here.
  if (!app.hasDecorator('createRateLimit')) return async () => {}
  const max = most * Math.max(1, config.requestsPerMinute / usualRequestsPerMinute)
  const keyGenerator = (request: FastifyRequest) => request.officerSession?.officerId ?? request.ip
  const count = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator })
  return async (request) => {
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded)
      throw new AppError('too_many', '搜索得太快了，请过一分钟再搜。')
  }
}
