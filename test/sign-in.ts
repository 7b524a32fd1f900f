import { after } from 'node:test'
import { hashPassword } from 'better-auth/crypto'
import type { InjectOptions } from 'fastify'
import { createApp } from '../server/app.ts'
import { createAuth } from '../server/domains/officers/create-auth.ts'
import { createAccount } from '../server/platform/auth/accounts.ts'
import type { Pool } from '../server/platform/database/pool.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { startTestServer } from './server.ts'
import type { World } from './world.ts'

/** The password of everybody in the small world. */
export const password = 'lantern-over-the-ferry'

/** Gives the world's officers accounts, as the set-up would have. */
export async function createAccounts(pool: Pool, world: World): Promise<void> {
  const passwordHash = await hashPassword(password)
  await inStation(pool, world.stationId, async (tx) => {
    const rows = await tx.db
      .selectFrom('officers')
      .selectAll()
      .where('stationId', '=', tx.stationId)
      .execute()
    for (const { id, userId, username, name } of rows)
      await createAccount(tx, {
        userId,
        officerId: id,
        username,
        name,
        passwordHash,
        initialPasswordUntil: null,
      })
  })
}

/** A test server that recognises its callers by the real cookie. */
export async function startSignInServer() {
  const server = await startTestServer()
  const { context, world } = server
  const auth = createAuth(context)
  const authenticators = { officer: auth.authenticateOfficer, resident: async () => null }
  const app = await createApp(context, authenticators, { rateLimits: false, auth })
  await app.ready()
  after(() => app.close())
  await createAccounts(context.pool, world)

  /** A browser: it keeps the cookie it is given. */
  function browser(address = '10.0.0.1') {
    let cookie = ''
    const call = async (options: InjectOptions) => {
      const answer = await app.inject({
        remoteAddress: address,
        ...options,
        headers: { ...(cookie ? { cookie } : {}), ...options.headers },
      })
      const set = answer.cookies.find(({ name }) => name === 'lianxinqiao.session_token')
      if (set) cookie = set.value ? `${set.name}=${encodeURIComponent(set.value)}` : ''
      return answer
    }
    return {
      call,
      cookie: () => cookie,
      useCookie: (value: string) => {
        cookie = value
      },
      get: (url: string) => call({ method: 'GET', url }),
      post: (url: string, payload: Record<string, unknown> = {}) => call({ method: 'POST', url, payload }),
      delete: (url: string, payload?: Record<string, unknown>) =>
        call({ method: 'DELETE', url, ...(payload ? { payload } : {}) }),
    }
  }

  const usernameOf = (officer: keyof World['officers']) => `${officer.toLowerCase()}-${world.code}`
  /** Signs one of the world's officers in on a browser of her own. */
  async function signedIn(officer: keyof World['officers'], address?: string) {
    const device = browser(address)
    const answer = await device.post('/api/session', { username: usernameOf(officer), password })
    if (answer.statusCode !== 200) throw new Error(`sign-in of ${officer} was refused: ${answer.body}`)
    return device
  }

  return { ...server, auth, signInApp: app, browser, signedIn, usernameOf }
}
