import { useRef, useState } from 'react'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { useAtHand } from '../person/at-hand.ts'
import { hasMatter } from '../person/matter.ts'
import { sayInChat } from './say-in-chat.ts'

/** After a send the button rests: the second half of a double tap is no second message. */
const restMs = 1500

/** One button's way of saying something in the chat; `say` answers whether it went there. */
export function useSay() {
  const atHand = useAtHand()
  const [state, setState] = useState<'ready' | 'sending' | 'resting' | 'sent'>('ready')
  const [trouble, setTrouble] = useState('')
  const busy = useRef(false)
  const say = async (body: string, scripts: { id: string; version: number }[] = []): Promise<boolean> => {
    if (busy.current) return false
    if (atHand.person && !hasMatter(atHand)) {
      setTrouble(sidebarText.wordsFirst)
      document.getElementById('words')?.focus()
      return false
    }
    busy.current = true
    setTrouble('')
    setState('sending')
    try {
      await sayInChat(atHand, body, scripts)
      setState('resting')
      setTimeout(() => {
        busy.current = false
        setState('sent')
      }, restMs)
      return true
    } catch (error) {
      busy.current = false
      setState('ready')
      setTrouble((error as Error).message)
      return false
    }
  }
  const label = {
    ready: sidebarText.insert,
    sending: sidebarText.sending,
    resting: sidebarText.sent,
    sent: sidebarText.again,
  }[state]
  return { say, label, trouble, still: state === 'sending' || state === 'resting', sent: state === 'sent' }
}
