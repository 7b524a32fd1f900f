import type { OfficerSession } from '../../../platform/auth/session.ts'
import { absoluteHours, idleMinutes, touchSeconds } from '../../../platform/auth/session-rules.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { sessionOf } from '../load-session.ts'

const limits = [`${idleMinutes} minutes`, `${absoluteHours} hours`, `${touchSeconds} seconds`] as const

/**
 * The officer behind a session's token, in one statement: null when it ended, was idle too long, or she is
 * suspended. All times are the database's. `touch` notes that she was here.
 */
export async function openSession(pool: Pool, token: string, touch: boolean): Promise<OfficerSession | null> {
  const [idle, absolute, touchAfter] = limits
  const { rows } = await pool.query({
    name: 'open-session',
    text: 'select * from auth.open_session($1, $2, $3, $4)',
    values: [token, idle, absolute, touch ? touchAfter : null],
  })
  const row = rows[0]
  if (!row) return null
  return sessionOf(row, {
    sessionId: row.session_id,
    steppedUpAt: row.stepped_up_at,
    passwordChangeDue: row.password_due,
  })
}
