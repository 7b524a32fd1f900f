import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { findLack } from './check-content.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'
import { refuseUnlessOpen } from './save-draft.ts'

/** The writer gives it to a second person. From now on this version stands as it is. */
export async function submitBroadcast(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  version: number,
): Promise<{ done: true }> {
  const standing = await findVisibleBroadcast(tx, session, id, 'for update')
  refuseUnlessOpen(standing, session)
  if (standing.version !== version) throw conflict('这条发布又有了新的修改，请看过最新的再送审。')
  if (standing.state !== 'drafted')
    throw conflict(standing.state === 'refused' ? '退回后还没有修改，请改好再送审。' : '已经送审了。')
  const { rows } = await tx.client.query(
    `select title, body, spoken, file_ids::text[] as "fileIds", channels, audience, send_at as "sendAt", shown_until as "shownUntil"
     from broadcast_versions where station_id = $1 and broadcast_id = $2 and version = $3`,
    [tx.stationId, id, version],
  )
  const { now, stationName } = await readClock(tx)
  const { number, kind, urgency, aboutHow } = standing
  const lack = findLack({ ...rows[0], number, kind, urgency, aboutHow }, stationName, now)
  if (lack) throw invalid(lack)
  await addStep(
    tx,
    actor,
    { id, version, step: 'submitted' },
    { name: 'broadcast.submitted', data: { urgency } },
  )
  return { done: true }
}
