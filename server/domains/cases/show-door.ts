import type { CaseDoor } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findConversation } from '../inbox/views.ts'
import { doorOf } from '../residents/digital-door.ts'
import { conversationsOf } from './merged-family.ts'
import { findVisibleCase } from './views.ts'

/** The conversation in which the resident of a case is told: its own, else one of a case merged into it; null: none. */
export async function tellingConversation(
  tx: Tx,
  matter: { id: string; conversationId: string | null },
): Promise<{ id: string; contactId: string } | null> {
  const id = matter.conversationId ?? (await conversationsOf(tx, matter.id))[0]
  return id ? findConversation(tx, id) : null
}

/** On which channel a message about the case reaches its resident. Throws `not_found`. */
export async function showDoor(tx: Tx, session: OfficerSession, id: string): Promise<CaseDoor> {
  const matter = await findVisibleCase(tx, session, id)
  if (!matter) throw notFound()
  const conversation = await tellingConversation(tx, matter)
  return { door: conversation && (await doorOf(tx, conversation.contactId)) }
}
