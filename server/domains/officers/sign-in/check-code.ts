import { spendCode } from '../../../platform/auth/used-codes.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import type { Auth } from '../create-auth.ts'
import { orNull } from './check-password.ts'

/**
 * Checks a code of the authenticator or a backup code, once each, for whom `headers` name (a challenge or a
 * session). Returns the token of the session it opens (of a challenge) or has (of a session); null when wrong.
 */
export async function checkCode(
  pool: Pool,
  auth: Auth,
  user: { userId: string; headers: Headers },
  given: string | undefined,
): Promise<string | null> {
  const code = (given ?? '').trim()
  const digits = code.replaceAll(' ', '')
  const { api } = auth.identity
  if (/^[0-9]{6}$/.test(digits)) {
    if (!(await spendCode(pool, auth.secret, user.userId, digits))) return null
    const answer = await orNull(api.verifyTOTP({ body: { code: digits }, headers: user.headers }))
    return answer?.token ?? null
  }
  if (!code) return null
  const answer = await orNull(api.verifyBackupCode({ body: { code }, headers: user.headers }))
  return answer?.token ?? null
}
