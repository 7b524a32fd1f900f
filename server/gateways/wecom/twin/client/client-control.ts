import { clientControl as kfClientControl } from '../kf/client.ts'
import type { World } from '../world.ts'
import { type Chat, type ChatLine, chatKey } from './state.ts'

/** What people write in chats of the client, and web views beside them. */
export function clientControl(world: World) {
  const { lines, views } = world.client
  const add = (chat: Chat, line: ChatLine) => {
    lines.set(chatKey(chat), [...(lines.get(chatKey(chat)) ?? []), line])
  }
  return {
    linesOf: (chat: Chat) => lines.get(chatKey(chat)) ?? [],
    hear: (chat: Chat, text: string) => add(chat, { from: 'other', text }),
    /** The officer's own words, written by her or put in by a page she has open. */
    say(chat: Chat, text: string): void {
      if (chat.kind === 'kf') kfClientControl(world).answer(chat.openKfId, chat.id, chat.officer, text)
      add(chat, { from: 'officer', text })
    },
    /** Gives back the view's id. */
    openView(chat: Chat): string {
      const id = world.random('views').letters(24)
      views.set(id, { chat, rights: null })
      return id
    },
    view: (id: string) => views.get(id),
  }
}
