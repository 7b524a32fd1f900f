import { clientKey } from '../../api/client-key.ts'
import { captureMessage } from '../../api/inbox.ts'
import type { AtHand } from './at-hand.ts'

/** Of the words that are being recorded: the same words of the same person are one message, however often it is tried. */
let last = { of: '', key: '', heardAt: '' }

/** Whether what is done here can be written down: a matter is open that is hers, or her words will open one. */
export function hasMatter({ person, words }: AtHand): boolean {
  if (!person) return false
  return person.conversation ? person.mayHandle : words.trim() !== ''
}

/**
 * The conversation that an answer belongs to: the open one, or the one that the pasted words open, recorded as what
 * they are, said in a chat that only the officer has seen. Null for a chat the station cannot write about.
 */
export async function matterOf({ person, words }: AtHand): Promise<string | null> {
  if (!person) return null
  if (person.conversation) return person.conversation.id
  const body = words.trim()
  if (!body) return null
  const { contact } = person
  const of = `${contact.id} ${body}`
  if (last.of !== of) last = { of, key: clientKey(), heardAt: new Date().toISOString() }
  const { conversationId } = await captureMessage({
    clientKey: last.key,
    channel: 'seen_elsewhere',
    contactId: contact.id,
    name: contact.name.slice(0, 30),
    phone: contact.phone,
    villageId: contact.villageId,
    body: body.slice(0, 4000),
    toldBy: '本人（企业微信聊天）',
    heardAt: last.heardAt,
  })
  return conversationId
}
