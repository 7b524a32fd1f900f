import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { createTurns } from './take-turns.ts'

/**
 * A station sits behind one router and a carrier's gateway stands for thousands of phones: all of one address together
 * may ask so many times what one person may. It is counted before anybody is recognised, and keeps a single machine
 * from wearing out what recognises people.
 */
export const personsAnAddress = 10

/** So many requests of one person are worked on at once, and of all who are nobody behind one address: the others wait. */
const atOnce = 8
const atOnceUnknown = 24

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Stays open for hours and takes no turn. */
    stream?: true
  }
  interface FastifyRequest {
    endTurn: (() => void) | null
  }
}

/**
 * The limit in a minute on each person who is recognised, wherever she asks from, and on how many of hers are worked on at
 * once, so that nobody alone keeps all connections to the database from a call for help; who is not recognised shares both
 * with the others of her address. Kept by each process for itself. Routes with a limit of their own, or none, are left
 * to it where it is known who asks. Throws `too_many`.
 */
export function limitPersons(
  app: FastifyInstance,
  { requestsPerMinute }: Pick<Config, 'requestsPerMinute'>,
): (request: FastifyRequest) => Promise<void> {
  // Without the limits of the process (tests) there are none here.
  if (!app.hasDecorator('createRateLimit')) return async () => {}
  const count = app.createRateLimit({ max: requestsPerMinute, timeWindow: 60_000, keyGenerator: whoAsks })
  const takeTurn = createTurns(atOnce)
  const takeUnknownTurn = createTurns(atOnceUnknown)
  app.decorateRequest('endTurn', null)
  app.addHook('onSend', async (request) => request.endTurn?.())
  return async (request) => {
    const { rateLimit, stream } = request.routeOptions.config
    const known = request.officerSession !== null || request.residentSession !== null
    if (known && rateLimit !== undefined) return
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded)
      throw new AppError('too_many', '操作太频繁了，请过一会儿再试。急事拨打110。')
    if (!stream) request.endTurn = await (known ? takeTurn : takeUnknownTurn)(whoAsks(request))
  }
}

/** By whom a limit of a route's own counts too, once it is known who asks (`hook: 'preHandler'`). */
export const whoAsks = ({ officerSession, residentSession, ip }: FastifyRequest): string =>
  officerSession?.officerId ?? residentSession?.contactId ?? ip
