import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleGroup } from '../groups/find-group.ts'
import { findVisibleRumour } from './find-rumour.ts'

/** A mark made by mistake: the newest "answered" goes, or where there is none the "asks". The log keeps both. */
export async function takeBackGroup(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  groupId: string,
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId, 'for update')
  const { villageId } = await findVisibleGroup(tx, session, groupId)
  const { rows } = await tx.client.query(
    `delete from rumour_group_answers where station_id = $1 and rumour_id = $2 and group_id = $3 and version =
       (select max(version) from rumour_group_answers where station_id = $1 and rumour_id = $2 and group_id = $3)
     returning version`,
    [tx.stationId, rumourId, groupId],
  )
  const version: number | null = rows[0]?.version ?? null
  // One that never asked is on the list only for its answers.
  const gone = await tx.client.query(
    `delete from rumour_groups g where g.station_id = $1 and g.rumour_id = $2 and g.group_id = $3
       and ($4::int is null or g.asked_at is null)
       and not exists (select from rumour_group_answers a where a.station_id = $1 and a.rumour_id = $2 and a.group_id = $3)`,
    [tx.stationId, rumourId, groupId, version],
  )
  if (version === null && gone.rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [
    {
      name: 'rumour.group_taken_back',
      subject: { kind: 'rumour', id: rumourId },
      villageId,
      data: { group: groupId, version },
    },
  ])
  return { done: true }
}
