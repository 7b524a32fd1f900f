import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { App } from './create-http.ts'

const minutes = 10
/** The limits are meant for an installation with the usual REQUESTS_PER_MINUTE; who allows more allows more here. */
const usualRequestsPerMinute = 1200

/**
 * A limit on one thing that phones do, for each address in ten minutes, kept by each process for itself. It lets a
 * whole village behind one router through and stops a machine. Throws `too_many` with the station's telephone.
 */
export function limitFloods(
  app: App,
  { config, pool }: Pick<Context, 'config' | 'pool'>,
  most: number,
): (request: FastifyRequest, stationId: string) => Promise<void> {
  // Without the limits of the process (tests) there are none here.
  if (!app.hasDecorator('createRateLimit')) return async () => {}
  const max = most * Math.max(1, config.requestsPerMinute / usualRequestsPerMinute)
  const count = app.createRateLimit({ max, timeWindow: minutes * 60_000 })
  return async (request, stationId) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    const { rows } = await pool.query('select phone from stations where id = $1', [stationId])
    throw tooMany(rows[0]?.phone)
  }
}

/** Says what to do instead: nobody is left in front of a closed door. */
export function tooMany(phone: string | undefined): AppError {
  const call = phone ? `打电话 ${phone}` : '打派出所电话'
  return new AppError('too_many', `这个网络发来的太多了，请过十分钟再试，或者${call}。急事拨打110。`)
}
