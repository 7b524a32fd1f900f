import type { SidebarPerson } from '../../../contract/sidebar.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readFacts, readFactsOfContact } from '../inbox/conversation-facts.ts'
import { findOpenConversation } from '../inbox/find-open-conversation.ts'
import { findItem } from '../inbox/list-conversations.ts'
import { readPaidSaid } from '../inbox/read-paid-said.ts'
import { recordLookOnce } from '../inbox/record-look.ts'
import { showContact } from '../residents/show-contact.ts'
import { findContactOf } from './find-contact-of.ts'

/**
 * Whom an officer has before her in the client, and the matter that is open with her. That she looked is written down.
 * Nobody's, another village's and another station's person are the same `not_found`.
 */
export async function showSidebarPerson(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  externalUserId: string,
): Promise<SidebarPerson> {
  const contactId = await findContactOf(tx, externalUserId)
  if (!contactId) throw notFound()
  const contact = await showContact(tx, actor, session, contactId)
  const open = await findOpenConversation(tx, contactId, session)
  const found = open ? await findItem(tx, session, open) : null
  if (found)
    await recordLookOnce(tx, actor, {
      id: found.conversation.id,
      contactId,
      villageId: found.conversation.villageId,
    })
  const facts = found
    ? await readFacts(tx, found.conversation.id, session.officerId)
    : await readFactsOfContact(tx, contactId, session.officerId)
  return {
    contact,
    conversation: found?.conversation ?? null,
    mayHandle: found?.mayHandle ?? false,
    paidSaidAt: found ? await readPaidSaid(tx, found.conversation) : null,
    facts: Object.fromEntries(Object.entries(facts).filter((fact) => fact[1])) as Record<string, string>,
  }
}
