import { clientKey } from '../../api/client-key.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { isStillAtHand, sendIntoChat } from '../client/chat.ts'
import type { AtHand } from '../person/at-hand.ts'
import { matterOf } from '../person/matter.ts'
import { tellSaying } from './sayings.ts'

/**
 * Puts words into the chat and has them written down as hers. Throws a sentence for the screen when nothing was sent;
 * what was sent is told to the server until it is taken.
 */
export async function sayInChat(
  atHand: AtHand,
  body: string,
  scripts: { id: string; version: number }[],
): Promise<void> {
  const conversationId = await matterOf(atHand)
  if (!(await isStillAtHand(atHand.chat))) throw new Error(sidebarText.chatChanged)
  await sendIntoChat(body).catch((error: Error) => {
    throw new Error(error.message === 'cancel' ? sidebarText.cancelled : sidebarText.notSent(error.message))
  })
  if (!conversationId || !atHand.person) return
  const opened = !atHand.person.conversation
  const told = tellSaying({
    conversationId,
    contactId: atHand.person.contact.id,
    body,
    scripts,
    saidAt: new Date().toISOString(),
    clientKey: clientKey(),
  })
  if (opened) atHand.setWords('')
  // The screen shows what became of it, and does not wait for a bad line.
  void told.then(atHand.reload)
}
