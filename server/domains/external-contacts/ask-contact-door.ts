import type { NewContactDoor } from '../../../contract/external-contacts.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkVillage } from '../residents/check-village.ts'
import { askingSeconds } from './carry-door.ts'
import { notConnected } from './connection.ts'

/**
 * Writes down that a code by which residents add work accounts is wanted; carryContactDoor gets it. Who scans it is known
 * to have come by this door and from its village. Printed codes go on working, so there is no deed that takes one away.
 */
export async function askContactDoor(
  tx: Tx,
  actor: Actor,
  id: string,
  door: NewContactDoor,
  isConnected: boolean,
): Promise<{ id: string }> {
  await checkVillage(tx, door.villageId)
  const { rows } = await tx.client.query(
    'select user_id from work_accounts where station_id = $1 and user_id = any($2) and gone_at is null',
    [tx.stationId, door.accounts],
  )
  if (rows.length < door.accounts.length) throw invalid('选的工作账号里有不能用的，请刷新后重选。')
  if (!isConnected) throw new AppError('unavailable', notConnected)
  await tx.client.query(
    `insert into contact_doors (station_id, id, state, label, village_id, user_ids, made_by, asking_until)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8))`,
    [
      tx.stationId,
      id,
      `door-${id.slice(-12)}`,
      door.label.trim(),
      door.villageId,
      door.accounts,
      actor.id,
      askingSeconds,
    ],
  )
  await writeEvents(tx, actor, [
    { name: 'contact_door.asked', subject: { kind: 'contact_door', id }, villageId: door.villageId },
  ])
  return { id }
}
