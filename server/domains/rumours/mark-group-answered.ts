import type { Static } from 'typebox'
import type { GroupAnswer } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleGroup } from '../groups/find-group.ts'
import { findVisibleRumour, readStanding } from './find-rumour.ts'
import { reachVillage } from './reach-village.ts'
import { groupStanding } from './rumour-rows.ts'

/**
 * She has put the reply that may go out into the group herself, and says so. Twice is the same as once, unless the group
 * asked again in between. What is `sent` is written down also when a newer version was approved meanwhile, or it is known
 * to be wrong by now: what the group has read decides what it has to get.
 */
export async function markGroupAnswered(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  groupId: string,
  { version, sent = false }: Static<typeof GroupAnswer>,
): Promise<{ done: true }> {
  const rumour = await findVisibleRumour(tx, session, rumourId, 'for update')
  const group = await findVisibleGroup(tx, session, groupId)
  await refuseUnfit(tx, rumourId, version, sent)
  await tx.client.query(
    `insert into rumour_groups (station_id, rumour_id, group_id) values ($1, $2, $3) on conflict do nothing`,
    [tx.stationId, rumourId, groupId],
  )
  const { rowCount } = await tx.client.query(
    `insert into rumour_group_answers (station_id, rumour_id, group_id, version, answered_by, answered_at)
     select rg.station_id, rg.rumour_id, rg.group_id, $4, $5, clock_timestamp() from rumour_groups rg ${groupStanding}
     where rg.station_id = $1 and rg.rumour_id = $2 and rg.group_id = $3
       and (q.since is not null or not exists (select from rumour_group_answers a
         where a.station_id = $1 and a.rumour_id = $2 and a.group_id = $3 and a.version = $4))`,
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

async function refuseUnfit(tx: Tx, rumourId: string, version: number, sent: boolean): Promise<void> {
  const { currentVersion } = await readStanding(tx, rumourId)
  if (version === currentVersion) return
  if (sent) {
    const { rowCount } = await tx.client.query(
      'select from rumour_approvals where station_id = $1 and rumour_id = $2 and version = $3',
      [tx.stationId, rumourId, version],
    )
    if (rowCount! > 0) return
  }
  if (currentVersion === null) throw conflict('还没有批准的答复，先不要往群里发。')
  throw conflict('这条答复已经有新的版本，请发新的那一版。', { version: currentVersion })
}
