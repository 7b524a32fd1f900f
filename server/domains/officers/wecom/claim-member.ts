import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { lockBindings } from './lock-bindings.ts'
import { membersOfOfficers, officersOfMembers } from './member-views.ts'
import { unbindMember } from './unbind-member.ts'

/**
 * An officer who is signed in by password has just signed in to WeCom as well: the member is hers. What a colleague had
 * only said of either of them gives way; what another officer has confirmed does not.
 */
export async function claimMember(tx: Tx, actor: Actor, userId: string): Promise<void> {
  const officerId = actor.id!
  await lockBindings(tx)
  const held = (await officersOfMembers(tx, [userId])).get(userId.toLowerCase())
  if (held?.officerId === officerId && held.confirmed) return
  if (held && held.officerId !== officerId && held.confirmed)
    throw conflict('这个企业微信账号已经绑定了另一位同事，请找管理员核对。')
  if (held) await unbindMember(tx, actor, held.officerId)
  if ((await membersOfOfficers(tx, [officerId])).has(officerId)) await unbindMember(tx, actor, officerId)
  await tx.client.query(
    `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at)
     values ($1, $2, $3, $3, clock_timestamp())`,
    [tx.stationId, userId, officerId],
  )
  await writeEvents(tx, actor, [
    { name: 'officer.member_bound', subject: { kind: 'officer', id: officerId }, data: { confirmed: true } },
  ])
}
