import { lockAccount } from '../../../platform/auth/accounts.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { type Actor, type NewEvent, writeEvents } from '../../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { countLiveSessions } from './count-live-sessions.ts'
import type { Device } from './device.ts'
import type { Credential } from './find-credential.ts'

/**
 * Makes a proven session count, together with its event; false when she may not work or her password was replaced
 * since it was checked. The account is locked, so that of two sign-ins at once the second sees the first, and a
 * suspension comes wholly before or wholly after.
 */
export async function admitSession(
  pool: Pool,
  credential: Credential,
  token: string,
  device: Device,
): Promise<boolean> {
  return inStation(pool, credential.stationId, async (tx) => {
    await lockAccount(tx, credential.officerId)
    if (!(await mayStillEnter(tx, credential))) return false
    const others = await countLiveSessions(tx, credential.userId, device.oldToken)
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
      .where('userId', '=', credential.userId)
      .where('admittedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!session) return false
    const actor: Actor = { kind: 'officer', id: credential.officerId, requestId: device.requestId }
    const subject = { kind: 'officer', id: credential.officerId }
    const events: NewEvent[] = [{ name: 'officer.signed_in', subject, data: { sessionId: session.id } }]
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

async function mayStillEnter(tx: Tx, { officerId, passwordHash, userId }: Credential): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `select from active_officers o, auth.account a
     where o.station_id = $1 and o.id = $2 and a.user_id = $3 and a.provider_id = 'credential' and a.password = $4`,
    [tx.stationId, officerId, userId, passwordHash],
  )
  return rowCount === 1
}
