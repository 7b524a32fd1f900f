import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'

/**
 * A station sits behind one router and a carrier's gateway stands for thousands of phones: all of one address together
 * may ask so many times what one person may. It is counted before anybody is recognised, and keeps a single machine
 * from wearing out what recognises people.
 */
export const personsAnAddress = 10

/**
 * The limit in a minute on each person who is recognised, wherever she asks from; who is not recognised shares it with
 * the others of her address. Kept by each process for itself. Routes with a limit of their own, or none, are left to
 * it. Throws `too_many`.
 */
export function limitPersons(
  app: Pick<FastifyInstance, 'hasDecorator' | 'createRateLimit'>,
  { requestsPerMinute }: Pick<Config, 'requestsPerMinute'>,
): (request: FastifyRequest) => Promise<void> {
  // Without the limits of the process (tests) there are none here.
  if (!app.hasDecorator('createRateLimit')) return async () => {}
  const keyGenerator = ({ officerSession, residentSession, ip }: FastifyRequest) =>
    officerSession?.officerId ?? residentSession?.contactId ?? ip
  const count = app.createRateLimit({ max: requestsPerMinute, timeWindow: 60_000, keyGenerator })
  return async (request) => {
    if (request.routeOptions.config.rateLimit !== undefined) return
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded)
      throw new AppError('too_many', '操作太频繁了，请过一会儿再试。急事拨打110。')
  }
}
