import { useCallback, useEffect, useReducer, useRef } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { openVisit, visited } from './station.ts'

export type Loaded<T> = {
  /** The last known value, also while it is loaded afresh or cannot be. */
  data: T | undefined
  error: ApiError | undefined
  reload: () => Promise<void>
}

/** Outlives pages, so that going back shows at once what was there. */
const known = new Map<string, unknown>()

/** What was last read under a name, for whoever has to do without the network. */
export const lastKnown = <T>(name: string) => known.get(name) as T | undefined

/** Loads a value under a name, and again when the network is back. */
export function useLoaded<T>(name: string, load: () => Promise<T>): Loaded<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const latest = useRef(load)
  latest.current = load
  const error = useRef<{ name: string; error: ApiError } | undefined>(undefined)
  const turn = useRef(0)

  const reload = useCallback(async () => {
    const mine = ++turn.current
    try {
      // The cookie comes with the visit; after an outage the visit is made up for first.
      if (!visited().fresh) await openVisit()
      const value = await latest.current()
      if (mine !== turn.current) return
      known.set(name, value)
      error.current = undefined
    } catch (failure) {
      if (mine !== turn.current) return
      const shown = failure instanceof ApiError ? failure : new ApiError('internal', String(failure))
      error.current = { name, error: shown }
    }
    redraw()
  }, [name])

  useEffect(() => {
    void reload()
    window.addEventListener('online', reload)
    return () => {
      turn.current++
      window.removeEventListener('online', reload)
    }
  }, [reload])

  const failure = error.current?.name === name ? error.current.error : undefined
  return { data: known.get(name) as T | undefined, error: failure, reload }
}
