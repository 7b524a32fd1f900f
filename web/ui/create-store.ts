import { useSyncExternalStore } from 'react'

export type Store<T> = { get: () => T; set: (next: T) => void; use: () => T }

/** A value outside the component tree, so that it outlives pages. `sessionName`: kept over a reload of this tab. */
export function createStore<T>(first: T, sessionName?: string): Store<T> {
  let value = first
  if (sessionName) {
    try {
      const kept = sessionStorage.getItem(sessionName)
      if (kept) value = JSON.parse(kept) as T
    } catch {
      // A browser that keeps nothing still works; only a reload loses what is typed.
    }
  }
  const watchers = new Set<() => void>()
  const subscribe = (changed: () => void) => {
    watchers.add(changed)
    return () => {
      watchers.delete(changed)
    }
  }
  const get = () => value
  return {
    get,
    set(next) {
      value = next
      if (sessionName) {
        try {
          sessionStorage.setItem(sessionName, JSON.stringify(next))
        } catch {
          // As above: the value in memory counts.
        }
      }
      for (const changed of watchers) changed()
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
