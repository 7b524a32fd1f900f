import type { Me } from '../../../../contract/officers.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { absoluteHours, idleMinutes, stepUpMinutes } from '../../../platform/auth/session-rules.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { countLiveSessions } from './count-live-sessions.ts'

/** Who is signed in, for the screens. */
export async function readMe(tx: Tx, session: OfficerSession): Promise<Me> {
  const { rows } = await tx.client.query(
    `select o.username, o.phone, st.code, st.name, st.demo, u.id as user_id, u.two_factor_enabled,
       s.token, s.signed_in_at, s.stepped_up_at
     from officers o join stations st on st.id = o.station_id
     left join auth."user" u on u.station_id = o.station_id and u.officer_id = o.id
     left join auth.session s on s.id = $3
     where o.station_id = $1 and o.id = $2`,
    [tx.stationId, session.officerId, session.sessionId],
  )
  const row = rows[0]
  if (!row) throw new AppError('unauthenticated', '请先登录。')
  const signedInAt: Date = row.signed_in_at ?? new Date()
  const steppedUpUntil = row.stepped_up_at ? later(row.stepped_up_at, stepUpMinutes) : null
  return {
    officer: {
      id: session.officerId,
      username: row.username,
      name: session.name,
      role: session.role,
      phone: row.phone,
    },
    station: { id: tx.stationId, code: row.code, name: row.name, demo: row.demo },
    permissions: [...session.permissions],
    scope: session.scope,
    villageIds: [...session.villageIds],
    secondFactor: row.two_factor_enabled ?? false,
    passwordChangeDue: session.passwordChangeDue ?? false,
    signedInAt: signedInAt.toISOString(),
    endsAt: later(signedInAt, absoluteHours * 60).toISOString(),
    idleMinutes,
    steppedUpUntil: steppedUpUntil && steppedUpUntil > new Date() ? steppedUpUntil.toISOString() : null,
    otherSessions: row.user_id ? await countLiveSessions(tx, row.user_id, row.token) : 0,
  }
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
