import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { reopenConversation } from './reopen-conversation.ts'
import { lockConversation } from './visibility.ts'
import { writeNote } from './write-note.ts'

/** An officer opens a closed conversation again; her reason stands in it as an internal note. */
export async function reopenByOfficer(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  reason: string,
): Promise<{ done: true }> {
  const conversation = await lockConversation(tx, session, conversationId)
  await reopenConversation(tx, actor, conversation, { waiting: false })
  await writeNote(tx, actor, session, conversationId, {
    clientKey: newId(),
    body: `重新打开的原因：${reason}`,
  })
  return { done: true }
}
