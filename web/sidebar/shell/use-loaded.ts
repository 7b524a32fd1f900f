import { useCallback, useEffect, useReducer, useRef } from 'react'
import { ApiError } from '../../api/fetch-json.ts'

export type Loaded<T> = {
  /** The last known value, also while it is loaded afresh or cannot be. */
  data: T | undefined
  error: ApiError | undefined
  reload: () => Promise<void>
}

/** Outlives pages, so that coming back shows at once what was there. */
const known = new Map<string, unknown>()

/** Loads a value under a name, and again when the network is back. An empty name loads nothing. */
export function useLoaded<T>(name: string, load: () => Promise<T>): Loaded<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const latest = useRef(load)
  latest.current = load
  const failure = useRef<{ name: string; error: ApiError } | undefined>(undefined)
  const turn = useRef(0)

  const reload = useCallback(async () => {
    if (!name) return
    const mine = ++turn.current
    try {
      const value = await latest.current()
      if (mine !== turn.current) return
      known.set(name, value)
      failure.current = undefined
    } catch (error) {
      if (mine !== turn.current) return
      // What she may not see any more goes from the screen as well.
      if (error instanceof ApiError && (error.code === 'not_found' || error.code === 'forbidden'))
        known.delete(name)
      failure.current = {
        name,
        error: error instanceof ApiError ? error : new ApiError('internal', String(error)),
      }
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

  const error = failure.current?.name === name ? failure.current.error : undefined
  return { data: known.get(name) as T | undefined, error, reload }
}
