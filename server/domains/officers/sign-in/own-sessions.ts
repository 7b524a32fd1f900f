import type { OwnSession } from '../../../../contract/officers.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { absoluteHours, idleMinutes } from '../../../platform/auth/session-rules.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** The devices on which the officer is signed in now, this one first. */
export async function listOwnSessions(tx: Tx, session: OfficerSession): Promise<OwnSession[]> {
  const { rows } = await tx.client.query(
    `select s.id, s.signed_in_at, s.last_seen_at, s.ip_address, s.user_agent
     from auth.session s join auth."user" u on u.id = s.user_id
     where u.station_id = $1 and u.officer_id = $2 and s.admitted_at is not null and s.expires_at > now()
       and s.signed_in_at > now() - make_interval(hours => $4) and s.last_seen_at > now() - make_interval(mins => $5)
     order by s.id = $3 desc, s.last_seen_at desc`,
    [tx.stationId, session.officerId, session.sessionId, absoluteHours, idleMinutes],
  )
  return rows.map((row) => ({
    id: row.id,
    current: row.id === session.sessionId,
    signedInAt: row.signed_in_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    address: row.ip_address ?? '',
    device: row.user_agent ?? '',
  }))
}

/** Ends one of the officer's own sessions, such as one left open at the window. */
export async function endOwnSession(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  sessionId: string,
): Promise<void> {
  const { rowCount } = await tx.client.query(
    `delete from auth.session s using auth."user" u
     where s.id = $3 and s.admitted_at is not null and u.id = s.user_id and u.station_id = $1 and u.officer_id = $2`,
    [tx.stationId, session.officerId, sessionId],
  )
  if (rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [
    {
      name: 'officer.session_ended',
      subject: { kind: 'officer', id: session.officerId },
      data: { sessionId },
    },
  ])
}
