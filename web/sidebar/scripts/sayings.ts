import type { ApiError } from '../../api/fetch-json.ts'
import { recordSaying, type SidebarSaying } from '../../api/sidebar.ts'
import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'

/** What went into a chat and is not yet in the inbox. `refusal`: the server will not have it, and says why. */
export type Saying = SidebarSaying & { refusal?: string }

/** By officer: on a shared device nobody tells in another's name. */
let name = ''
const store = createStore<Saying[]>([])
export const useSayings = store.use
const retryMs = 5000

/** Takes up what an earlier visit of this officer could not tell any more. */
export function keepTelling(officerId: string): () => void {
  name = `sidebar-sayings-${officerId}`
  store.set(readKept<Saying[]>(name, []))
  void tellAll()
  const retry = setInterval(tellAll, retryMs)
  window.addEventListener('online', tellAll)
  return () => {
    clearInterval(retry)
    window.removeEventListener('online', tellAll)
  }
}

/** It is on the device before the server is asked: nothing that was said is forgotten with the page. */
export function tellSaying(saying: SidebarSaying): Promise<void> {
  change([...store.get(), saying])
  return tellAll()
}

export function dropSaying(clientKey: string): void {
  change(store.get().filter((each) => each.clientKey !== clientKey))
}

let telling: Promise<void> | null = null

function tellAll(): Promise<void> {
  telling ??= tellEach().finally(() => {
    telling = null
  })
  return telling
}

async function tellEach(): Promise<void> {
  for (let next = waiting(); next; next = waiting()) {
    const { refusal: _, ...saying } = next
    try {
      await recordSaying(saying)
      dropSaying(saying.clientKey)
    } catch (error) {
      const { code, status, message } = error as ApiError
      // Out of reach, or signed out: it is told later.
      if (code === 'offline' || code === 'unauthenticated' || status >= 500 || status === 429) return
      change(
        store
          .get()
          .map((each) => (each.clientKey === saying.clientKey ? { ...each, refusal: message } : each)),
      )
    }
  }
}

const waiting = () => store.get().find(({ refusal }) => !refusal)

function change(next: Saying[]): void {
  store.set(next)
  if (name) keep(name, next)
}
