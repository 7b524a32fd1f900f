import { stepUpMinutes } from '../../../platform/auth/session-rules.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError } from '../../../platform/errors.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Auth } from '../create-auth.ts'
import { confirmIdentity, type Holder } from './confirm-identity.ts'

/** Confirms the password (and code) again for what needs it, such as an export. Returns until when it holds. */
export async function stepUp(
  pool: Pool,
  auth: Auth,
  holder: Holder,
  given: { password: string; code?: string | undefined },
): Promise<string> {
  await confirmIdentity(pool, auth, holder, given)
  const { officerId, stationId, sessionId } = holder.session
  const at = await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      'update auth.session set stepped_up_at = now() where id = $1 and token = $2 returning stepped_up_at',
      [sessionId, holder.token],
    )
    if (!rows[0]) throw new AppError('unauthenticated', '请先登录。')
    await writeEvents(tx, { kind: 'officer', id: officerId, requestId: holder.requestId }, [
      { name: 'officer.stepped_up', subject: { kind: 'officer', id: officerId }, data: { sessionId } },
    ])
    return rows[0].stepped_up_at as Date
  })
  auth.cache.forget(holder.token)
  return new Date(at.getTime() + stepUpMinutes * 60_000).toISOString()
}
