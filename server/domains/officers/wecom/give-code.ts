import { forgiveAttempt, takeAttempt } from '../../../platform/auth/attempts.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError } from '../../../platform/errors.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Auth } from '../create-auth.ts'
import { admitSession } from '../sign-in/admit-session.ts'
import { checkCode } from '../sign-in/check-code.ts'
import type { Device } from '../sign-in/device.ts'
import { recordRefusal } from '../sign-in/record-refusal.ts'
import { membersOfOfficers } from './member-views.ts'

/** How long one may look for one's phone. */
export const codeMinutes = 5

/**
 * The one-time code after a sign-in by WeCom, for an account with a second factor: admits the session that waits under
 * this token. Counted like a sign-in. Throws `unauthenticated`.
 */
export async function giveCode(
  pool: Pool,
  auth: Auth,
  token: string | null,
  code: string,
  device: Device,
): Promise<string> {
  const over = new AppError('unauthenticated', '等动态码的时间过了，请重新用企业微信登录。')
  if (!token) throw over
  const { rows } = await pool.query(
    `select u.id as "userId", u.username, u.station_id as "stationId", u.officer_id as "officerId"
     from auth.session s join auth."user" u on u.id = s.user_id
     where s.token = $1 and s.proven_by = 'wecom' and s.admitted_at is null
       and s.created_at > now() - make_interval(mins => $2)`,
    [token, codeMinutes],
  )
  const waiting = rows[0]
  if (!waiting) throw over
  const attempt = await takeAttempt(pool, auth.secret, { name: waiting.username, address: device.address })
  const headers = auth.cookie.headersOf(token)
  const right = await checkCode(pool, auth, { userId: waiting.userId, headers }, code)
  const memberId = await memberOf(pool, waiting)
  const admitted = right && (await admitSession(pool, waiting, token, device, { memberId }))
  if (!admitted) {
    await recordRefusal(pool, waiting, right ? 'not_admitted' : 'code', device.requestId)
    throw new AppError('unauthenticated', '动态码不对或者已经用过，请等下一个再输入。')
  }
  await forgiveAttempt(pool, attempt)
  return token
}

async function memberOf(pool: Pool, { stationId, officerId }: { stationId: string; officerId: string }) {
  const members = await inStation(pool, stationId, (tx) => membersOfOfficers(tx, [officerId]))
  return members.get(officerId)?.userId ?? ''
}
