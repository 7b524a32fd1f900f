import { forgiveAttempt, takeAttempt } from '../../../platform/auth/attempts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError, invalid } from '../../../platform/errors.ts'
import type { Auth } from '../create-auth.ts'
import { checkCode } from './check-code.ts'
import { orNull } from './check-password.ts'
import { recordRefusal } from './record-refusal.ts'

/** The signed-in caller of a deed that touches her own account. */
export type Holder = {
  session: OfficerSession
  token: string
  userId: string
  username: string
  secondFactor: boolean
  address: string
  requestId: string
}

/** Looks up the account behind the session of a request. */
export async function findHolder(
  pool: Pool,
  session: OfficerSession,
  from: { token: string | null; address: string; requestId: string },
): Promise<Holder> {
  const { rows } = await pool.query(
    'select id, username, two_factor_enabled from auth."user" where station_id = $1 and officer_id = $2',
    [session.stationId, session.officerId],
  )
  const row = rows[0]
  if (!row || !from.token) throw new AppError('unauthenticated', '请先登录。')
  const { address, requestId, token } = from
  return {
    session,
    token,
    userId: row.id,
    username: row.username,
    secondFactor: row.two_factor_enabled,
    address,
    requestId,
  }
}

/**
 * Asks the holder of a session for her password again, and for a code where the second factor is on. Counted like
 * sign-in, because an unattended screen is a place to guess from. Throws `invalid` with one sentence for all faults.
 */
export async function confirmIdentity(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  given: { password: string; code?: string | undefined },
): Promise<void> {
  await countTries(pool, auth, holder, async () => {
    const headers = auth.cookie.headersOf(holder.token)
    const body = { password: given.password }
    if (!(await orNull(auth.identity.api.verifyPassword({ body, headers })))) return null
    if (!holder.secondFactor) return true
    return checkCode(pool, auth, { userId: holder.userId, headers }, given.code)
  })
}

/** Runs a check that may be tried only so often; a null result is refused, recorded and thrown as `invalid`. */
export async function countTries<T>(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  check: () => Promise<T | null>,
): Promise<T> {
  const { session, username, address, requestId } = holder
  const attempt = await takeAttempt(pool, auth.secret, { name: username, address })
  const result = await check()
  if (result === null) {
    await recordRefusal(pool, session, 'confirmation', requestId)
    throw invalid('密码或动态码不对，请再试一次。')
  }
  await forgiveAttempt(pool, attempt)
  return result
}
