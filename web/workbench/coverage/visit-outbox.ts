import type { VisitOutcome } from '../../../contract/vocabulary.ts'
import { clientKey } from '../../api/client-key.ts'
import { recordDoorVisit } from '../../api/coverage.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { createStore } from '../../ui/create-store.ts'
import { queryClient } from '../shell/query-client.ts'

export type Tick = {
  key: string
  householdId: string
  outcome: VisitOutcome
  visitedAt: string
  /** Why the server would not have it; empty while it is on its way or waits for the network. */
  refused: string
}

/** Ticks that have not arrived yet, kept over a reload; the key makes a second try harmless. */
export const ticks = createStore<Tick[]>([], 'door-visits')
let sending = false

export function tick(householdId: string, outcome: VisitOutcome): void {
  const made = { key: clientKey(), householdId, outcome, visitedAt: new Date().toISOString(), refused: '' }
  // A second thought before the first arrived takes its place; the same tap again is the same tick.
  const before = ticks.get().find((each) => each.householdId === householdId)
  if (before?.outcome === outcome && !before.refused) return
  ticks.set([...ticks.get().filter((each) => each.householdId !== householdId), made])
  void sendTicks()
}

export function dropTick(key: string): void {
  ticks.set(ticks.get().filter((each) => each.key !== key))
}

/** Sends what waits, one after another; where the network is away the rest waits on. */
export async function sendTicks(): Promise<void> {
  if (sending) return
  sending = true
  try {
    for (;;) {
      const next = ticks.get().find(({ refused }) => !refused)
      if (!next) break
      if (!(await send(next))) break
    }
  } finally {
    sending = false
  }
}

async function send({ key, householdId, outcome, visitedAt }: Tick): Promise<boolean> {
  try {
    await recordDoorVisit(householdId, { outcome, visitedAt }, key)
    await queryClient.invalidateQueries({ queryKey: ['door-round'] })
    dropTick(key)
    return true
  } catch (error) {
    if (
      error instanceof ApiError &&
      error.status > 0 &&
      error.status < 500 &&
      error.code !== 'unauthenticated'
    ) {
      ticks.set(ticks.get().map((each) => (each.key === key ? { ...each, refused: error.message } : each)))
      return true
    }
    return false
  }
}

// Also when the live stream comes back (shell/live-feed.ts).
window.addEventListener('online', () => void sendTicks())
