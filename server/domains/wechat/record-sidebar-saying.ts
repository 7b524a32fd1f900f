import type { SidebarSaying } from '../../../contract/sidebar.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { nameAuthor } from '../inbox/name-author.ts'
import { recordSaidElsewhere } from '../inbox/record-said-elsewhere.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { membersOfOfficers } from '../officers/wecom/member-views.ts'
import { findKnownScripts } from '../scripts/views.ts'
import { findPulledWords, sayingKey } from './same-words.ts'

const clockToleranceMs = 5 * 60_000

/**
 * Writes down what an officer has said in the client from the sidebar. It is out already, so nothing about the words is
 * refused any more; they stand in the conversation once, whether this tells them first or the channel's own pull.
 */
export async function recordSidebarSaying(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  saying: SidebarSaying,
  now = new Date(),
): Promise<{ messageId: string }> {
  const conversation = await lockConversation(tx, session, saying.conversationId)
  if (conversation.contactId !== saying.contactId)
    throw conflict('这句话不是对当前这位居民说的，没有记下。请刷新页面后再试。')
  const body = saying.body.trim()
  if (body === '') throw invalid('还没有写内容。')
  const saidAt = new Date(saying.saidAt)
  if (saidAt.getTime() > now.getTime() + clockToleranceMs)
    throw invalid('说话的时间还没有到，请检查手机时间。')
  const officer = { actor, id: session.officerId, scripts: await findKnownScripts(tx, saying.scripts) }
  const pulled = await findPulledWords(tx, conversation.id, body, saidAt)
  if (pulled) {
    await nameAuthor(tx, pulled, officer)
    return { messageId: pulled }
  }
  const member = (await membersOfOfficers(tx, [session.officerId])).get(session.officerId)
  const messageId = await recordSaidElsewhere(tx, {
    conversationId: conversation.id,
    contactId: conversation.contactId,
    body,
    key: sayingKey(session.officerId, saying.clientKey),
    sentAt: saidAt > now ? now : saidAt,
    // In the client she speaks as her member, whichever of our accounts the resident wrote to.
    by: member?.confirmed ? member.userId : '',
    officer,
  })
  return { messageId }
}
