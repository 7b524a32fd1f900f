import { callWithRights } from './rights.ts'

/** The chat beside which the sidebar stands: with one person, or a group of customers. */
export type Chat = { kind: 'person' | 'group'; id: string }

/** Whose chat is open now. Null where the page was opened beside none. */
export async function chatAtHand(): Promise<Chat | null> {
  const { entry } = await callWithRights('getContext').catch(() => ({ entry: '' }))
  const kinds = entry === 'group_chat_tools' ? (['group', 'person'] as const) : (['person', 'group'] as const)
  for (const kind of kinds) {
    const id = await idOf(kind)
    if (id) return { kind, id }
  }
  return null
}

async function idOf(kind: Chat['kind']): Promise<string> {
  const call = kind === 'person' ? 'getCurExternalContact' : 'getCurExternalChat'
  const answer = await callWithRights(call).catch(() => null)
  const id = answer?.[kind === 'person' ? 'userId' : 'chatId']
  return typeof id === 'string' ? id : ''
}

/** False when the officer has meanwhile turned to another chat: nothing may go there that was meant for this one. */
export async function isStillAtHand(chat: Chat): Promise<boolean> {
  const now = await chatAtHand()
  return now?.kind === chat.kind && now.id === chat.id
}

/** The client may ask her first whether she means it. */
const decideMs = 120_000

/** Puts words into the chat at hand, as the officer's own. */
export async function sendIntoChat(words: string): Promise<void> {
  await callWithRights('sendChatMessage', { msgtype: 'text', text: { content: words } }, decideMs)
}
