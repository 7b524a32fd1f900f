import { lockAccount } from '../../../platform/auth/accounts.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { type Actor, type NewEvent, writeEvents } from '../../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { countLiveSessions } from './count-live-sessions.ts'
import type { Device } from './device.ts'

/** What was proven: this password, or that she is this member of the corporation. */
export type Proven = { passwordHash: string } | { memberId: string }

/**
 * Makes a proven session count, together with its event; false when she may not work, or her password was replaced or
 * her member unbound since it was checked. The account is locked, so that of two sign-ins at once the second sees the first, and a
 * suspension comes wholly before or wholly after.
 */
export async function admitSession(
  pool: Pool,
  account: { stationId: string; officerId: string; userId: string },
  token: string,
  device: Device,
  proven: Proven,
): Promise<boolean> {
  return inStation(pool, account.stationId, async (tx) => {
    await lockAccount(tx, account.officerId)
    if (!(await mayStillEnter(tx, account, proven))) return false
    const others = await countLiveSessions(tx, account.userId, device.oldToken)
    const session = await tx.db
      .updateTable('auth.session')
      .set((eb) => ({
        admittedAt: eb.fn('now', []),
        signedInAt: eb.fn('now', []),
        lastSeenAt: eb.fn('now', []),
        ipAddress: device.address,
        userAgent: device.name,
      }))
      .where('token', '=', token)
      .where('userId', '=', account.userId)
      .where('admittedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!session) return false
    const actor: Actor = { kind: 'officer', id: account.officerId, requestId: device.requestId }
    const subject = { kind: 'officer', id: account.officerId }
    const events: NewEvent[] = [
      {
        name: 'officer.signed_in',
        subject,
        data: { sessionId: session.id, ...('memberId' in proven && { way: 'wecom' }) },
      },
    ]
    if (others > 0) {
      events.push({
        name: 'officer.signed_in_elsewhere',
        subject,
        data: { sessionId: session.id, sessions: others + 1 },
      })
    }
    await writeEvents(tx, actor, events)
    return true
  })
}

async function mayStillEnter(
  tx: Tx,
  { officerId, userId }: { officerId: string; userId: string },
  proven: Proven,
): Promise<boolean> {
  const { rowCount } =
    'passwordHash' in proven
      ? await tx.client.query(
          `select from active_officers o, auth.account a
           where o.station_id = $1 and o.id = $2 and a.user_id = $3 and a.provider_id = 'credential' and a.password = $4`,
          [tx.stationId, officerId, userId, proven.passwordHash],
        )
      : await tx.client.query(
          `select from active_officers o, officer_wecom_members m where o.station_id = $1 and o.id = $2
             and m.station_id = $1 and m.officer_id = $2 and m.user_id = $3 and m.confirmed_at is not null`,
          [tx.stationId, officerId, proven.memberId],
        )
  return rowCount === 1
}
