import { lockAccount } from '../../../platform/auth/accounts.ts'
import { sessionCookie } from '../../../platform/auth/session-rules.ts'
import { spendCode } from '../../../platform/auth/used-codes.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError, conflict } from '../../../platform/errors.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import type { Auth } from '../create-auth.ts'
import { cookieIn, orNull } from './check-password.ts'
import { confirmIdentity, countTries, type Holder } from './confirm-identity.ts'

/** Begins enrolment: a secret for the authenticator, which counts only after a code made with it was shown. */
export async function enrolSecondFactor(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  password: string,
): Promise<{ secret: string; uri: string }> {
  if (holder.secondFactor) throw conflict('动态码已经开启。要换手机，请先关闭再重新开启。')
  const answer = await countTries(pool, auth, holder, () =>
    orNull(
      auth.identity.api.enableTwoFactor({
        body: { password, method: 'totp' },
        headers: auth.cookie.headersOf(holder.token),
      }),
    ),
  )
  const secret = new URL('totpURI' in answer ? answer.totpURI : '').searchParams.get('secret') ?? ''
  const label = encodeURIComponent(`连心桥:${holder.username}`)
  const issuer = encodeURIComponent('连心桥')
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}&digits=6&period=30` }
}

/**
 * Turns the second factor on with the first code. The library gives the session a new token, which is returned
 * with the backup codes; her other sessions, made with the password alone, end. The event is written first: if it
 * cannot be, nothing is turned on.
 */
export async function confirmSecondFactor(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  given: string,
): Promise<{ token: string; backupCodes: string[] }> {
  if (holder.secondFactor) throw conflict('动态码已经开启。')
  const code = given.replaceAll(' ', '')
  const { api } = auth.identity
  const token = await inStation(pool, holder.session.stationId, async (tx) => {
    const { officerId, sessionId } = holder.session
    await writeEvents(tx, { kind: 'officer', id: officerId, requestId: holder.requestId }, [
      { name: 'officer.second_factor_enabled', subject: { kind: 'officer', id: officerId } },
    ])
    const old = await tx.client.query('select * from auth.session where id = $1', [sessionId])
    const fresh = await countTries(pool, auth, holder, async () => {
      if (!(await spendCode(pool, auth.secret, holder.userId, code))) return null
      const headers = auth.cookie.headersOf(holder.token)
      const answer = await orNull(api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
      return answer && (cookieIn(answer.headers, sessionCookie)?.split('.')[0] ?? null)
    })
    if (!old.rows[0]) throw new AppError('unauthenticated', '请先登录。')
    await admitInPlaceOf(tx, fresh, old.rows[0])
    return fresh
  })
  auth.cache.forgetOfficer(holder.session.officerId)
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: holder.userId } })
  return { token, backupCodes }
}

/** The new session goes on where the old one was; its eight hours are not prolonged. */
async function admitInPlaceOf(tx: Tx, token: string, old: Record<string, unknown>): Promise<void> {
  await tx.client.query(
    `update auth.session set admitted_at = now(), last_seen_at = now(), signed_in_at = $2, stepped_up_at = $3,
       ip_address = $4, user_agent = $5 where token = $1`,
    [token, old['signed_in_at'], old['stepped_up_at'], old['ip_address'], old['user_agent']],
  )
  await tx.client.query('delete from auth.session where user_id = $1 and token <> $2', [
    old['user_id'],
    token,
  ])
}

/** Turns the holder's second factor off, after password and code. */
export async function removeOwnSecondFactor(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  given: { password: string; code?: string | undefined },
): Promise<void> {
  if (!holder.secondFactor) throw conflict('动态码没有开启。')
  await confirmIdentity(pool, auth, holder, given)
  const { officerId, stationId } = holder.session
  await inStation(pool, stationId, async (tx) => {
    await lockAccount(tx, officerId)
    await removeSecondFactor(tx, holder.userId)
    await writeEvents(tx, { kind: 'officer', id: officerId, requestId: holder.requestId }, [
      { name: 'officer.second_factor_removed', subject: { kind: 'officer', id: officerId } },
    ])
  })
}

/** Forgets a user's authenticator and backup codes. */
export async function removeSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.client.query('delete from auth.two_factor where user_id = $1', [userId])
  await tx.client.query('update auth."user" set two_factor_enabled = false where id = $1', [userId])
}
