import type { WecomRefusal } from '../../../../contract/vocabulary.ts'
import { newToken } from '../../../platform/auth/accounts.ts'
import { absoluteHours } from '../../../platform/auth/session-rules.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { newId } from '../../../platform/id.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { admitSession } from '../sign-in/admit-session.ts'
import type { Device } from '../sign-in/device.ts'
import { recordRefusal } from '../sign-in/record-refusal.ts'
import { officersOfMembers } from './member-views.ts'

/** `pending`: the account has a second factor, and the session opens nothing before its code was given. */
export type Entrance = { token: string; pending: boolean } | { refusal: WecomRefusal }

/**
 * Signs in the officer who is this member of the corporation; that she is, WeCom has just said. It takes the place of the
 * password and not of the second factor (docs/decisions/0012).
 */
export async function enterAsMember(
  pool: Pool,
  stationId: string,
  userId: string,
  device: Device,
): Promise<Entrance> {
  const member = await inStation(pool, stationId, async (tx) =>
    (await officersOfMembers(tx, [userId])).get(userId.toLowerCase()),
  )
  if (!member) return { refusal: 'unbound' }
  const account = await findAccount(pool, stationId, member.officerId)
  const refuse = async (refusal: WecomRefusal) => {
    await recordRefusal(pool, { stationId, officerId: member.officerId }, refusal, device.requestId)
    return { refusal }
  }
  if (!member.confirmed) return refuse('unconfirmed')
  if (!member.active || !account) return refuse('suspended')
  if (account.expired) return refuse('expired')
  const token = newToken()
  await pool.query(
    `insert into auth.session (id, token, user_id, expires_at, ip_address, user_agent, proven_by)
     values ($1, $2, $3, now() + make_interval(hours => $4), $5, $6, 'wecom')`,
    [newId(), token, account.userId, absoluteHours, device.address, device.name],
  )
  if (account.secondFactor) return { token, pending: true }
  const proven = { memberId: member.userId }
  const whose = { stationId, officerId: member.officerId, userId: account.userId }
  if (!(await admitSession(pool, whose, token, device, proven))) return refuse('suspended')
  return { token, pending: false }
}

async function findAccount(pool: Pool, stationId: string, officerId: string) {
  const { rows } = await pool.query(
    `select id as "userId", two_factor_enabled as "secondFactor",
       coalesce(initial_password_until < now(), false) as expired
     from auth."user" where station_id = $1 and officer_id = $2`,
    [stationId, officerId],
  )
  return rows[0] as { userId: string; secondFactor: boolean; expired: boolean } | undefined
}
