import type { Static } from 'typebox'
import type { Change as ChangeSchema } from '../../contract/live.ts'
import { address, addressWords } from './fetch-json.ts'

export type Change = Static<typeof ChangeSchema>
export type Signal = { name: string; [key: string]: unknown }

export type LiveState = {
  connected: boolean
  /** When the server was last heard of (ms of this device's clock); 0: not yet. */
  heardAt: number
}

export type LiveListener = {
  /** A connection stands: whatever is on the screen may be older than it. */
  hello: () => void
  change: (change: Change) => void
  signal?: (signal: Signal) => void
  signedOut?: () => void
  state: (state: LiveState) => void
}

/** The server writes at least every ten seconds; silence of this length is a dead connection that does not know it. */
const silenceMs = 25_000
const retryMs = [500, 1000, 2000, 4000, 8000, 15_000]

/**
 * The live stream of one tab. It comes back by itself for as long as the page is open, at the cursor it had, and at
 * once when the phone wakes up or finds its network again. Returns how to end it.
 */
export function openLive(path: string, listener: LiveListener): () => void {
  let source: EventSource | undefined
  let cursor = ''
  let heardAt = 0
  let connected = false
  let tries = 0
  let ended = false
  let retry: ReturnType<typeof setTimeout> | undefined

  function heard(): void {
    heardAt = Date.now()
    connected = true
    listener.state({ connected, heardAt })
  }
  function on(name: string, act: (data: never) => void): void {
    source?.addEventListener(name, (event) => {
      heard()
      act(JSON.parse((event as MessageEvent<string>).data) as never)
    })
  }
  function open(): void {
    clearTimeout(retry)
    source?.close()
    if (ended) return
    source = new EventSource(address(path, { after: cursor, ...addressWords.current() }), {
      withCredentials: true,
    })
    on('hello', (data: { cursor: string }) => {
      cursor = data.cursor
      tries = 0
      listener.hello()
    })
    on('change', (change: Change) => {
      cursor = change.cursor
      listener.change(change)
    })
    on('signal', (signal: Signal) => listener.signal?.(signal))
    on('pulse', () => {})
    on('signed_out', () => {
      listener.signedOut?.()
      lose()
    })
    source.addEventListener('error', lose)
  }
  function lose(): void {
    source?.close()
    source = undefined
    if (connected) {
      connected = false
      listener.state({ connected, heardAt })
    }
    clearTimeout(retry)
    if (!ended) retry = setTimeout(open, retryMs[Math.min(tries++, retryMs.length - 1)])
  }
  function wake(): void {
    if (document.visibilityState !== 'visible') return
    if (!connected || Date.now() - heardAt > silenceMs) open()
  }
  const watch = setInterval(() => {
    if (connected && Date.now() - heardAt > silenceMs) lose()
  }, 5000)
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', open)
  window.addEventListener('offline', lose)
  open()
  return () => {
    ended = true
    clearTimeout(retry)
    clearInterval(watch)
    source?.close()
    document.removeEventListener('visibilitychange', wake)
    window.removeEventListener('online', open)
    window.removeEventListener('offline', lose)
  }
}
