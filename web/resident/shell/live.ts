import { useEffect, useRef } from 'react'
import { type Change, openLive } from '../../api/live.ts'
import { createStore } from '../../ui/create-store.ts'

type Listener = (change: Change | null) => void

const listeners = new Set<Listener>()
/** `lost`: a stream stood before and does not now. */
const store = createStore({ connected: false, lost: false })
export const useConnection = store.use
let end: (() => void) | undefined

function begin(): void {
  end = openLive('/api/resident/live', {
    hello: () => tell(null),
    change: tell,
    state: ({ connected, heardAt }) => store.set({ connected, lost: !connected && heardAt > 0 }),
  })
}

function tell(change: Change | null): void {
  for (const listener of listeners) listener(change)
}

/** One stream for all pages. The listener hears every change of this resident's matters, and null after a gap. */
export function useLive(listener: Listener): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const hear: Listener = (change) => latest.current(change)
    listeners.add(hear)
    if (!end) begin()
    return () => {
      listeners.delete(hear)
      // The next page usually listens too: only a stream nobody takes up again ends.
      setTimeout(() => {
        if (listeners.size > 0) return
        end?.()
        end = undefined
        store.set({ connected: false, lost: false })
      }, 2000)
    }
  }, [])
}
