import { useEffect, useState } from 'react'

/**
 * Whether something was known soon enough to stand where it belongs. What comes later than `ms` milliseconds is to be
 * put where it moves nothing that a finger may already be on its way to.
 */
export function useInTime(known: boolean, ms: number): 'waiting' | 'in time' | 'late' {
  const [state, setState] = useState<'waiting' | 'in time' | 'late'>(known ? 'in time' : 'waiting')
  if (known && state === 'waiting') setState('in time')
  useEffect(() => {
    const timer = setTimeout(() => setState((now) => (now === 'waiting' ? 'late' : now)), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return state
}
