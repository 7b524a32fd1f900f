import type { Broadcast } from '../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { approvalOf } from './approval-of.ts'
import { standingJoins } from './find-broadcast.ts'
import { type QuietHours, startsAt } from './schedule-rules.ts'

/** Broadcasts as screens list them; $1 is the station. */
export const broadcastRows = `select b.id, b.number, b.kind, b.urgency, b.made_by, w.name as made_by_name, b.made_at, b.about_how, b.about_id,
    o.number as about_number, v.title, v.channels, v.audience, v.version, v.send_at, s.step as state, s.at as moved_at,
    a.at as approved_at, st.at as started_at,
    (select array_agg(distinct x.written_by)::text[] from broadcast_versions x where x.station_id = $1 and x.broadcast_id = b.id) as writers
  from broadcasts b ${standingJoins}
  join officers w on w.station_id = $1 and w.id = b.made_by
  left join broadcasts o on o.station_id = $1 and o.id = b.about_id`

// biome-ignore lint/suspicious/noExplicitAny: a row as the database gives it.
export function toBroadcast(row: any, session: OfficerSession, quiet: QuietHours, now: Date): Broadcast {
  const planned =
    row.state === 'approved'
      ? startsAt({ urgency: row.urgency, sendAt: row.send_at, approvedAt: row.approved_at }, quiet, now)
      : null
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    urgency: row.urgency,
    title: row.title,
    channels: row.channels,
    villageIds: row.audience.villageIds,
    state: row.state,
    version: row.version,
    madeBy: { id: row.made_by, name: row.made_by_name },
    madeAt: row.made_at.toISOString(),
    movedAt: row.moved_at.toISOString(),
    startsAt: planned?.toISOString() ?? null,
    startedAt: row.started_at?.toISOString() ?? null,
    about: row.about_id ? { id: row.about_id, number: row.about_number, how: row.about_how } : null,
    mayApprove: approvalOf(session, row),
  }
}
