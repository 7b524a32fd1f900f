import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 767px)')
const wide = window.matchMedia('(min-width: 1200px)')

function subscribe(media: MediaQueryList) {
  return (changed: () => void) => {
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }
}
const watchNarrow = subscribe(narrow)
const watchWide = subscribe(wide)

/** A screen as narrow as a phone's. */
export function usePhone(): boolean {
  return useSyncExternalStore(watchNarrow, () => narrow.matches)
}

/** Room for a third column. */
export function useWide(): boolean {
  return useSyncExternalStore(watchWide, () => wide.matches)
}
