import { clientKey } from '../../api/client-key.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { isStillAtHand, sendIntoChat } from '../client/chat.ts'
import { cutWords } from '../client/cut-words.ts'
import type { AtHand } from '../person/at-hand.ts'
import { matterOf } from '../person/matter.ts'
import { sayings } from './sayings.ts'

const refusals: Record<string, string> = {
  cancel: sidebarText.cancelled,
  'no answer': sidebarText.noAnswer,
}

/**
 * Puts words into the chat, long ones as several messages, and has each written down as hers. Throws a sentence for the
 * screen when something was not sent; what was sent is told to the server until it is taken.
 */
export async function sayInChat(
  atHand: AtHand,
  words: string,
  scripts: { id: string; version: number }[],
): Promise<void> {
  const { person, chat } = atHand
  const conversationId = await matterOf(atHand)
  const telling: Promise<void>[] = []
  try {
    for (const [index, body] of cutWords(words).entries()) {
      if (!(await isStillAtHand(chat))) throw new Error(sidebarText.chatChanged)
      await sendIntoChat(body).catch((error: Error) => {
        throw new Error(refusals[error.message] ?? sidebarText.notSent(error.message))
      })
      if (!conversationId || !person) continue
      const saying = {
        conversationId,
        contactId: person.contact.id,
        body,
        scripts: index === 0 ? scripts : [],
        saidAt: new Date().toISOString(),
        clientKey: clientKey(),
      }
      telling.push(sayings.tell(saying))
    }
    if (person && !person.conversation) atHand.setWords('')
  } finally {
    // The screen shows what became of it, and does not wait for a bad line.
    void Promise.all(telling).then(atHand.reload)
  }
}
