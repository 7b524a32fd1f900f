import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkVillage } from '../residents/check-village.ts'
import { villageScope } from '../residents/visibility.ts'
import { findVisibleGroup } from './find-group.ts'

/** A person says of which village a group is; null takes it back. */
export async function placeGroup(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  groupId: string,
  villageId: string | null,
): Promise<{ done: true }> {
  const group = await findVisibleGroup(tx, session, groupId, true)
  await checkVillage(tx, villageId)
  const scope = villageScope(session)
  if (scope && villageId && !scope.includes(villageId)) throw invalid('只能归到您负责的村。')
  if (group.villageId === villageId) return { done: true }
  await tx.client.query(
    'update chat_groups set village_id = $3, placed_by = $4, placed_at = clock_timestamp() where station_id = $1 and id = $2',
    [tx.stationId, groupId, villageId, session.officerId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'chat_group.placed',
      subject: { kind: 'chat_group', id: groupId },
      villageId: villageId ?? group.villageId,
      data: { from: group.villageId, to: villageId },
    },
  ])
  return { done: true }
}
