import type { FastifyRequest } from 'fastify'
import type { ResidentSession } from '../../platform/auth/session.ts'
import { readSecret } from '../../platform/config.ts'
import type { Context } from '../../platform/context.ts'
import type { AccessToken } from './access-token.ts'
import { type CookieDoor, readCookie } from './resident-cookie.ts'
import { validVersions } from './revoked-access.ts'

/**
 * Recognises a resident's phone by its cookie. The seal is enough: the database is asked only once in a few seconds
 * which accesses of the station were revoked. With several stations on one phone the header `x-station-id` chooses,
 * or `?station=` where the browser sends no header of ours. Neither opens what the cookie does not.
 */
export function createResidentAuthenticator(
  context: Pick<Context, 'config' | 'pool'>,
): (request: FastifyRequest) => Promise<ResidentSession | null> {
  const secret = residentSecret(context)
  return async (request) => {
    const token = chosenToken(secret, request)
    if (!token) return null
    const { stationId, contactId, version } = token
    const valid = (await validVersions(context.pool, stationId)).get(contactId) ?? 1
    return version >= valid ? { stationId, contactId } : null
  }
}

/** The token of the station that is meant, whether it still counts or not. */
export function chosenToken(secret: Buffer, request: FastifyRequest): AccessToken | null {
  const asked = request.headers['x-station-id'] ?? stationInAddress(request)
  const tokens = readCookie(secret, request)
  return (asked ? tokens.find(({ stationId }) => stationId === asked) : tokens[0]) ?? null
}

/** Only where the route says so, and only of a read: an address is passed on, bookmarked and logged. */
function stationInAddress(request: FastifyRequest): unknown {
  const { config } = request.routeOptions
  if (!config.stationInAddress || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined
  return (request.query as { station?: unknown }).station
}

/** The installation's key for cookies, links and one-time codes of residents. */
export function residentSecret(context: Pick<Context, 'config'>): Buffer {
  return readSecret(context.config.dataDir, 'resident-access')
}

/** The same for giving cookies: over TLS only where people come by TLS, as the officers' cookie (PUBLIC_URL says so). */
export function residentDoor(context: Pick<Context, 'config'>): CookieDoor {
  const secure = context.config.publicUrl?.startsWith('https:') ?? false
  return { secret: residentSecret(context), secure }
}
