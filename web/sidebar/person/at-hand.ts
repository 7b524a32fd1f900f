import { createContext, useContext } from 'react'
import type { SidebarPerson } from '../../api/sidebar.ts'
import type { Chat } from '../client/chat.ts'
import type { Situations } from './situations.ts'

/** What every part of the page works on: the chat, and whom it is with where the station knows her. */
export type AtHand = {
  chat: Chat
  person: SidebarPerson | null
  /** Of the person, or what an officer chose for a group. */
  villageId: string | null
  facts: Readonly<Record<string, string>>
  /** What the officer pasted of the resident's words. */
  words: string
  setWords: (words: string) => void
  /** What the family said of itself in this chat: asked for its papers, it need not be asked again as it is booked. */
  situations: Situations
  reload: () => Promise<void>
}

export const AtHandContext = createContext<AtHand | null>(null)

export function useAtHand(): AtHand {
  const atHand = useContext(AtHandContext)
  if (!atHand) throw new Error('outside of a chat')
  return atHand
}
