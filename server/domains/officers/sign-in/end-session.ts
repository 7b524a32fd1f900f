import type { Pool } from '../../../platform/database/pool.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Auth } from '../create-auth.ts'

/** Signs the holder of a token out, with an event. Does nothing when the session is gone already. */
export async function endSession(pool: Pool, auth: Auth, token: string, requestId: string): Promise<void> {
  const { rows } = await pool.query(
    `select s.id, u.station_id, u.officer_id from auth.session s join auth."user" u on u.id = s.user_id
     where s.token = $1 and s.admitted_at is not null`,
    [token],
  )
  const session = rows[0]
  if (!session) return
  await inStation(pool, session.station_id, async (tx) => {
    const { rowCount } = await tx.client.query('delete from auth.session where id = $1', [session.id])
    if (rowCount === 0) return
    await writeEvents(tx, { kind: 'officer', id: session.officer_id, requestId }, [
      {
        name: 'officer.signed_out',
        subject: { kind: 'officer', id: session.officer_id },
        data: { sessionId: session.id },
      },
    ])
  })
  auth.cache.forget(token)
}
