import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleGroup } from '../groups/find-group.ts'
import { findVisibleRumour, readStanding } from './find-rumour.ts'
import { reachVillage } from './reach-village.ts'

/** She has put the reply that may go out into the group herself, and says so. Twice is the same as once. */
export async function markGroupAnswered(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  groupId: string,
  version: number,
): Promise<{ done: true }> {
  const rumour = await findVisibleRumour(tx, session, rumourId, 'for update')
  const group = await findVisibleGroup(tx, session, groupId)
  const { currentVersion } = await readStanding(tx, rumourId)
  if (currentVersion === null) throw conflict('还没有批准的答复，先不要往群里发。')
  if (version !== currentVersion)
    throw conflict('这条答复已经有新的版本，请发新的那一版。', { version: currentVersion })
  await tx.client.query(
    `insert into rumour_groups (station_id, rumour_id, group_id) values ($1, $2, $3) on conflict do nothing`,
    [tx.stationId, rumourId, groupId],
  )
  const { rowCount } = await tx.client.query(
    `insert into rumour_group_answers (station_id, rumour_id, group_id, version, answered_by) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.stationId, rumourId, groupId, version, session.officerId],
  )
  if (rowCount === 0) return { done: true }
  await reachVillage(tx, rumour, group.villageId)
  await writeEvents(tx, actor, [
    {
      name: 'rumour.group_answered',
      subject: { kind: 'rumour', id: rumourId },
      villageId: group.villageId,
      data: { group: groupId, version },
    },
  ])
  return { done: true }
}
