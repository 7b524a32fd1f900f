import type { NewCase } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findConversation } from '../inbox/views.ts'

export type Asker = { contactId: string | null; villageId: string | null; assigneeId: string | null }

/**
 * Whose matter a new case is, where, and who looks after it: what was said, else what its conversation says. An
 * auxiliary can't reach a resident of another village by opening a case on her.
 */
export async function findAsker(tx: Tx, session: OfficerSession, opening: NewCase): Promise<Asker> {
  const { conversationId, contactId } = opening
  if (conversationId) {
    const conversation = await findConversation(tx, conversationId)
    if (!conversation || !reaches(session, conversation.villageId, conversation.assigneeId)) throw notFound()
    if (contactId && contactId !== conversation.contactId)
      throw invalid('这个会话是另一位居民的，请刷新页面后再试。')
    if (conversation.closedAt) throw conflict('这个会话已经办结，请先重新打开再立案。')
    return {
      contactId: conversation.contactId,
      villageId: opening.villageId ?? conversation.villageId,
      assigneeId: conversation.assigneeId ?? session.officerId,
    }
  }
  if (contactId) {
    const contact = await tx.db
      .selectFrom('contacts')
      .select('villageId')
      .where('stationId', '=', tx.stationId)
      .where('id', '=', contactId)
      .executeTakeFirst()
    if (!contact || !reaches(session, contact.villageId, null)) throw notFound()
    return {
      contactId,
      villageId: opening.villageId ?? contact.villageId,
      assigneeId: session.officerId,
    }
  }
  return { contactId: null, villageId: opening.villageId ?? null, assigneeId: session.officerId }
}

function reaches(session: OfficerSession, villageId: string | null, assigneeId: string | null): boolean {
  if (session.scope === 'station') return true
  return villageId === null || session.villageIds.includes(villageId) || assigneeId === session.officerId
}
