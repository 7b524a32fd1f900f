import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleGroup } from '../groups/find-group.ts'
import { findVisibleRumour } from './find-rumour.ts'
import { reachVillage } from './reach-village.ts'
import { groupStanding } from './rumour-rows.ts'

/**
 * In this group it is asked: which group and since when, not who. Twice is the same as once; once it was answered, it
 * asks again and waits again.
 */
export async function markGroupAsking(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  groupId: string,
): Promise<{ done: true }> {
  const rumour = await findVisibleRumour(tx, session, rumourId, 'for update')
  const group = await findVisibleGroup(tx, session, groupId)
  await refuseDismissed(tx, groupId)
  await tx.client.query(
    `insert into rumour_groups (station_id, rumour_id, group_id) values ($1, $2, $3) on conflict do nothing`,
    [tx.stationId, rumourId, groupId],
  )
  // The clock of the moment, not of the transaction: a question is after the answer that was there before it.
  const { rowCount } = await tx.client.query(
    `insert into rumour_group_questions (station_id, rumour_id, group_id, asked_by, asked_at)
     select rg.station_id, rg.rumour_id, rg.group_id, $4, clock_timestamp() from rumour_groups rg ${groupStanding}
     where rg.station_id = $1 and rg.rumour_id = $2 and rg.group_id = $3 and q.since is null`,
    [tx.stationId, rumourId, groupId, session.officerId],
  )
  if (rowCount === 0) return { done: true }
  await reachVillage(tx, rumour, group.villageId)
  await writeEvents(tx, actor, [
    {
      name: 'rumour.group_asked',
      subject: { kind: 'rumour', id: rumourId },
      villageId: group.villageId,
      data: { group: groupId },
    },
  ])
  return { done: true }
}

async function refuseDismissed(tx: Tx, groupId: string): Promise<void> {
  const { rows } = await tx.client.query(
    'select dismissed_at from chat_groups where station_id = $1 and id = $2',
    [tx.stationId, groupId],
  )
  if (rows[0].dismissed_at) throw invalid('这个群已经解散了。')
}
