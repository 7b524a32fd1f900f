import type { NewGroupDoor } from '../../../contract/groups.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { askingSeconds } from '../external-contacts/carry-door.ts'
import { notConnected } from '../external-contacts/connection.ts'
import { checkVillage } from '../residents/check-village.ts'

/**
 * Writes down that a code is wanted by which residents join the first of these groups that has room; carryGroupDoor gets
 * it. Printed codes go on working.
 */
export async function askGroupDoor(
  tx: Tx,
  actor: Actor,
  id: string,
  door: NewGroupDoor,
  isConnected: boolean,
): Promise<{ id: string }> {
  await checkVillage(tx, door.villageId)
  const { rows } = await tx.client.query(
    `select from chat_groups where station_id = $1 and id = any($2::uuid[]) and chat_id is not null and dismissed_at is null`,
    [tx.stationId, door.groupIds],
  )
  if (rows.length < door.groupIds.length) throw invalid('选的群里有已经解散或不在企业微信里的，请重选。')
  if (!isConnected) throw new AppError('unavailable', notConnected)
  await tx.client.query(
    `insert into chat_group_doors (station_id, id, village_id, label, group_ids, made_by, asking_until)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))`,
    [tx.stationId, id, door.villageId, door.label.trim(), door.groupIds, actor.id, askingSeconds],
  )
  await writeEvents(tx, actor, [
    {
      name: 'chat_group.door_asked',
      subject: { kind: 'chat_group', id: door.groupIds[0]! },
      villageId: door.villageId,
    },
  ])
  return { id }
}
