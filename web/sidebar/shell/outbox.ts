import type { ApiError } from '../../api/fetch-json.ts'
import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'

/** What went into a chat and the server does not know yet. `refusal`: it will not have it, and says why. */
export type Waiting<Item> = Item & { refusal?: string }

export type Outbox<Item> = {
  use: () => Waiting<Item>[]
  /** Takes up what an earlier visit of this officer could not tell any more. */
  keepTelling: (officerId: string) => () => void
  /** It is on the device before the server is asked: nothing that was sent is forgotten with the page. */
  tell: (item: Item) => Promise<void>
  drop: (clientKey: string) => void
}

const retryMs = 5000

/** Tells the server of each thing, in order, until it is taken; kept on the device under the name and the officer. */
export function createOutbox<Item extends { clientKey: string }>(
  kind: string,
  record: (item: Item) => Promise<unknown>,
): Outbox<Item> {
  /** By officer: on a shared device nobody tells in another's name. */
  let name = ''
  const store = createStore<Waiting<Item>[]>([])
  let telling: Promise<void> | null = null

  const change = (next: Waiting<Item>[]) => {
    store.set(next)
    if (name) keep(name, next)
  }
  const drop = (clientKey: string) => change(store.get().filter((each) => each.clientKey !== clientKey))
  const waiting = () => store.get().find(({ refusal }) => !refusal)

  async function tellEach(): Promise<void> {
    for (let next = waiting(); next; next = waiting()) {
      const { refusal: _, ...item } = next
      try {
        await record(item as unknown as Item)
        drop(next.clientKey)
      } catch (error) {
        const { code, status, message } = error as ApiError
        // Out of reach, or signed out: it is told later.
        if (code === 'offline' || code === 'unauthenticated' || status >= 500 || status === 429) return
        const { clientKey } = next
        change(
          store.get().map((each) => (each.clientKey === clientKey ? { ...each, refusal: message } : each)),
        )
      }
    }
  }

  function tellAll(): Promise<void> {
    telling ??= tellEach().finally(() => {
      telling = null
    })
    return telling
  }

  return {
    use: store.use,
    keepTelling(officerId) {
      name = `${kind}-${officerId}`
      store.set(readKept<Waiting<Item>[]>(name, []))
      void tellAll()
      const retry = setInterval(tellAll, retryMs)
      window.addEventListener('online', tellAll)
      return () => {
        clearInterval(retry)
        window.removeEventListener('online', tellAll)
      }
    },
    tell(item) {
      change([...store.get(), item])
      return tellAll()
    },
    drop,
  }
}
