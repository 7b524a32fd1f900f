import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerNames } from '../officers/views.ts'
import { lockConversation } from './visibility.ts'

/**
 * Gives a conversation to a colleague, takes it, or puts it back (null). `expected` is whom the giver saw as its
 * holder: when somebody was quicker, this is a conflict that says who has it, and nothing changes.
 */
export async function assignConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  assignment: { officerId: string | null; reason: string; expected?: string | null },
): Promise<{ done: true }> {
  const conversation = await lockConversation(tx, session, conversationId)
  const { officerId, reason, expected } = assignment
  if (conversation.assigneeId === officerId) return { done: true }
  if (expected !== undefined && expected !== conversation.assigneeId) {
    throw conflict(await whoHasIt(tx, conversation.assigneeId))
  }
  if (officerId) {
    const { rowCount } = await tx.client.query(
      `select from officers o where o.station_id = $1 and o.id = $2 and o.role in ('chief', 'officer', 'auxiliary') and not exists
         (select from officer_suspensions s where s.station_id = $1 and s.officer_id = o.id and s.until_at is null)`,
      [tx.stationId, officerId],
    )
    if (rowCount === 0) throw invalid('不能交给这位同事：账号已停用，或者不办理居民事项。')
  }
  await tx.db
    .updateTable('conversations')
    .set({ assigneeId: officerId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', conversationId)
    .execute()
  await tx.db
    .insertInto('assignments')
    .values({
      stationId: tx.stationId,
      id: newId(),
      conversationId,
      officerId,
      byOfficerId: session.officerId,
      reason,
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'conversation.assigned',
      subject: { kind: 'conversation', id: conversationId },
      conversationId,
      villageId: conversation.villageId,
      data: { from: conversation.assigneeId, to: officerId },
    },
  ])
  return { done: true }
}

async function whoHasIt(tx: Tx, assigneeId: string | null): Promise<string> {
  if (!assigneeId) return '刚才同事把这件事放回了未分派。没有按您的改，请看最新情况再定。'
  const name = (await officerNames(tx, [assigneeId])).get(assigneeId) ?? '同事'
  return `刚才这件事已经由${name}来办了。没有按您的改，请看最新情况再定。`
}
