import { useEffect } from 'react'
import { type Change, type LiveState, openLive, type Signal } from '../../api/live.ts'
import { createStore } from '../../ui/create-store.ts'
import { sendTicks } from '../coverage/visit-outbox.ts'
import { sendWaiting } from '../inbox/outbox.ts'
import { keysTouchedBy } from './keys-touched-by.ts'
import { queryClient, sessionEnded } from './query-client.ts'

export const liveState = createStore<LiveState>({ connected: false, heardAt: 0 })

/** Who writes where right now, by conversation; entries age by themselves. */
export const typing = createStore<Record<string, { officerId: string; name: string; at: number }>>({})

const coalesceMs = 150

/**
 * Collects what changed and freshens it together. The next round waits for the one before, so a burst of events
 * neither starves the page nor leaves it with what was read before the last of them.
 */
function createFreshener() {
  const touched = new Map<string, string[]>()
  let running = false
  async function run(): Promise<void> {
    if (running) return
    running = true
    while (touched.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, coalesceMs))
      const keys = [...touched.values()]
      touched.clear()
      await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    }
    running = false
  }
  return (change: Change) => {
    for (const key of keysTouchedBy(change)) touched.set(key.join(' '), key)
    void run()
  }
}

function hear(signal: Signal): void {
  if (signal.name !== 'typing') return
  const data = (signal['data'] ?? signal) as {
    conversationId?: string
    officerId?: string
    officerName?: string
  }
  if (!data.conversationId || !data.officerId || !data.officerName) return
  const writing = { officerId: data.officerId, name: data.officerName, at: Date.now() }
  typing.set({ ...typing.get(), [data.conversationId]: writing })
}

/** Keeps the page true while it is open; a new sign-in opens a new stream. */
export function useLiveFeed(session: string): void {
  const ended = sessionEnded.use()
  useEffect(() => {
    if (!session || ended) return
    const close = openLive('/api/live', {
      hello: () => {
        void queryClient.invalidateQueries()
        sendWaiting()
        void sendTicks()
      },
      change: createFreshener(),
      signal: hear,
      // The stream's cookie is of the time it began. A new password or authenticator gave this browser another since,
      // so whether the session is over only a fresh question tells; if not, the stream comes back by itself.
      signedOut: () => void queryClient.invalidateQueries({ queryKey: ['session'] }),
      state: (state) => liveState.set(state),
    })
    return () => {
      close()
      liveState.set({ ...liveState.get(), connected: false })
    }
  }, [session, ended])
}
