import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { shortestPassword } from '../../../contract/vocabulary.ts'
import { type Config, readSecret } from '../config.ts'
import type { Pool } from '../database/pool.ts'
import { newId } from '../id.ts'
import { longestPassword } from './password-rules.ts'
import { absoluteHours, sessionCookie } from './session-rules.ts'

export type Identity = ReturnType<typeof createIdentity>

/** The key that signs session cookies and seals second-factor secrets. */
export function readAuthSecret(config: Pick<Config, 'dataDir'>): string {
  return readSecret(config.dataDir, 'auth').toString('hex')
}

/**
 * Passwords, sessions and second factors by better-auth, called in process only: none of its own routes is served,
 * so its rate limits, origins and e-mail features have nothing to guard. It calls nobody: telemetry is off.
 */
export function createIdentity(context: { config: Pick<Config, 'dataDir'>; pool: Pool }) {
  const { config, pool } = context
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  })
  return betterAuth({
    appName: '连心桥',
    // The address only names the instance to the library; nothing is served or called there.
    baseURL: 'http://127.0.0.1',
    secret: readAuthSecret(config),
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: {
      additionalFields: {
        stationId: { type: 'string', required: true, input: false },
        officerId: { type: 'string', required: true, input: false },
      },
    },
    session: { expiresIn: absoluteHours * 3600, disableSessionRefresh: true },
    plugins: [
      username({
        displayUsername: false,
        maxUsernameLength: 60,
        minUsernameLength: 1,
        usernameValidator: () => true,
      }),
      twoFactor({ issuer: '连心桥' }),
    ],
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookie } },
      cookiePrefix: 'lianxinqiao',
      database: { generateId: () => newId() },
      disableOriginCheck: true,
      disableCSRFCheck: true,
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
