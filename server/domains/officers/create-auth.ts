import type { FastifyRequest } from 'fastify'
import { createIdentity, readAuthSecret } from '../../platform/auth/identity.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { createSessionCache } from '../../platform/auth/session-cache.ts'
import { createSessionCookie } from '../../platform/auth/session-cookie.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { openSession } from './sign-in/open-session.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers also before an officer has replaced her first password. */
    whilePasswordDue?: boolean
  }
}

export type Auth = ReturnType<typeof createAuth>

/** Sign-in of one process: made once, given to the door (authenticateOfficer) and to the routes. */
export function createAuth(context: Pick<Context, 'config' | 'pool'>) {
  const { config, pool } = context
  const cookie = createSessionCookie(config)
  const cache = createSessionCache()

  /** A refresh that no person asked for keeps nobody signed in. */
  const isBackground = (request: FastifyRequest) => request.headers['x-background'] === 'yes'

  function find(request: FastifyRequest, touch: boolean): Promise<OfficerSession | null> {
    const token = cookie.read(request)
    if (!token) return Promise.resolve(null)
    return cache.get(token, touch, () => openSession(pool, token, touch))
  }

  return {
    identity: createIdentity(context),
    secret: readAuthSecret(config),
    cookie,
    cache,
    /** Who sends this request, or null. Throws `forbidden` while she has to set her own password first. */
    async authenticateOfficer(request: FastifyRequest): Promise<OfficerSession | null> {
      const session = await find(request, !isBackground(request))
      if (session?.passwordChangeDue && !request.routeOptions.config.whilePasswordDue) {
        throw new AppError('forbidden', '请先设置您自己的密码，再开始工作。', { passwordChangeDue: true })
      }
      return session
    },
    /** For streams that stay open: the session they began with as it is now, or null. Keeps nobody signed in. */
    stillSignedIn: (request: FastifyRequest): Promise<OfficerSession | null> => find(request, false),
  }
}
