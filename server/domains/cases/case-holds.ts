import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { holdConversation, releaseHold } from '../inbox/hold-conversation.ts'
import { reopenConversation } from '../inbox/reopen-conversation.ts'
import { findConversation } from '../inbox/views.ts'

/**
 * An open case keeps its conversations open. One that was closed in the meantime is opened again; `waiting` puts it
 * back among those who wait for an answer (the resident objected).
 */
export async function holdConversations(
  tx: Tx,
  actor: Actor,
  caseId: string,
  conversationIds: string[],
  options: { waiting: boolean },
): Promise<void> {
  for (const id of conversationIds) {
    const conversation = await findConversation(tx, id)
    if (!conversation) continue
    if (conversation.closedAt) await reopenConversation(tx, actor, conversation, options)
    await holdConversation(tx, id, { kind: 'case', id: caseId }, actor)
  }
}

export async function releaseConversations(tx: Tx, caseId: string, conversationIds: string[]): Promise<void> {
  for (const id of conversationIds) await releaseHold(tx, id, { kind: 'case', id: caseId })
}
