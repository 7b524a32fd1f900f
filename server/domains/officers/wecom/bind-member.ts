import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { readOfficer } from '../store.ts'
import { lockBindings } from './lock-bindings.ts'
import { membersOfOfficers, officersOfMembers } from './member-views.ts'
import { unbindMember } from './unbind-member.ts'

/**
 * A manager says which member an officer is. It opens nothing until the officer herself confirms it, or proves it by
 * signing in to WeCom from her own account page: whoever can bind must not thereby be able to act in her name.
 */
export async function bindMember(
  tx: Tx,
  actor: Actor,
  officerId: string,
  userId: string,
): Promise<{ done: true }> {
  await lockBindings(tx)
  await readOfficer(tx, officerId)
  const taken = (await officersOfMembers(tx, [userId])).get(userId.toLowerCase())
  if (taken?.officerId === officerId) return { done: true }
  if (taken) throw conflict(`企业微信成员 ${userId} 已经是${taken.name}，请先解除那一个。`)
  if ((await membersOfOfficers(tx, [officerId])).has(officerId)) await unbindMember(tx, actor, officerId)
  await tx.client.query(
    'insert into officer_wecom_members (station_id, user_id, officer_id, bound_by) values ($1, $2, $3, $4)',
    [tx.stationId, userId, officerId, actor.id],
  )
  await writeEvents(tx, actor, [
    { name: 'officer.member_bound', subject: { kind: 'officer', id: officerId }, data: { confirmed: false } },
  ])
  return { done: true }
}
