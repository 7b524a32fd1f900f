import { hashPassword } from 'better-auth/crypto'
import { lockAccount, newToken, replacePassword } from '../../../platform/auth/accounts.ts'
import { findPasswordFault } from '../../../platform/auth/password-rules.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError, invalid } from '../../../platform/errors.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Auth } from '../create-auth.ts'
import { orNull } from './check-password.ts'
import { countTries, type Holder } from './confirm-identity.ts'

/**
 * Replaces the holder's password in one transaction: every other session of hers ends, her own goes on under the
 * new token that is returned.
 */
export async function changePassword(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  given: { password: string; newPassword: string },
): Promise<string> {
  const fault = findPasswordFault(given.newPassword, holder.username)
  if (fault) throw invalid(fault)
  if (given.newPassword === given.password) throw invalid('新密码和现在的密码一样，请换一个。')
  await countTries(pool, auth, holder, () =>
    orNull(
      auth.identity.api.verifyPassword({
        body: { password: given.password },
        headers: auth.cookie.headersOf(holder.token),
      }),
    ),
  )
  const hash = await hashPassword(given.newPassword)
  const token = newToken()
  const { officerId, sessionId, stationId } = holder.session
  await inStation(pool, stationId, async (tx) => {
    await lockAccount(tx, officerId)
    await replacePassword(tx, holder.userId, { hash, initialUntil: null })
    const kept = await tx.client.query('update auth.session set token = $3 where id = $1 and token = $2', [
      sessionId,
      holder.token,
      token,
    ])
    // Signed out or suspended while she typed: then the new password is not taken either.
    if (kept.rowCount === 0) throw new AppError('unauthenticated', '请先登录。')
    const ended = await tx.client.query('delete from auth.session where user_id = $1 and id <> $2', [
      holder.userId,
      sessionId,
    ])
    await writeEvents(tx, { kind: 'officer', id: officerId, requestId: holder.requestId }, [
      {
        name: 'officer.password_changed',
        subject: { kind: 'officer', id: officerId },
        data: { sessionId, ended: ended.rowCount },
      },
    ])
  })
  auth.cache.forgetOfficer(officerId)
  return token
}
