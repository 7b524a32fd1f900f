import { useLayoutEffect, useRef, useState } from 'react'
import { type Message, readOlderMessages } from '../../api/resident-inbox.ts'
import type { Stretch } from '../../ui/thread.ts'
import { matterText } from '../text/matter.ts'

type Thread = Stretch<Message> & { addOlder: (page: Stretch<Message>) => void }

/** Reads on towards the beginning of a long talk; what she is reading stays where it is on the screen. */
export function OlderMessages(props: { id: string; thread: Thread }) {
  const { messages, more, addOlder } = props.thread
  const [state, setState] = useState<'still' | 'reading' | 'failed'>('still')
  const kept = useRef<{ bubble: Element; top: number } | undefined>(undefined)
  const first = messages[0]?.id
  // After each change of the first message, and before it is painted.
  useLayoutEffect(() => {
    if (!first || !kept.current) return
    const { bubble, top } = kept.current
    kept.current = undefined
    window.scrollBy({ top: bubble.getBoundingClientRect().top - top, behavior: 'instant' })
  }, [first])
  async function read() {
    if (!first) return
    setState('reading')
    try {
      const page = await readOlderMessages(props.id, first)
      const bubble = document.querySelector('.bubbles > li')
      if (bubble) kept.current = { bubble, top: bubble.getBoundingClientRect().top }
      addOlder(page)
      setState('still')
    } catch {
      setState('failed')
    }
  }
  if (!more) return null
  return (
    <p>
      <button
        type="button"
        className="button outline wide"
        disabled={state === 'reading'}
        onClick={() => void read()}
      >
        {matterText.older}
      </button>
      {state === 'failed' ? (
        <span className="trouble" role="alert">
          {matterText.olderFailed}
        </span>
      ) : null}
    </p>
  )
}
