import { useEffect } from 'react'

/** Coming back to the page after this long, one wants to know what has moved. */
const freshMs = 30_000

/** Loads again when she comes back to the page. */
export function useFresh(reload: () => Promise<void>): void {
  useEffect(() => {
    let at = Date.now()
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - at < freshMs) return
      at = Date.now()
      void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [reload])
}
