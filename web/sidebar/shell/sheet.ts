import { useSyncExternalStore } from 'react'

export const sheets = ['case', 'papers', 'book'] as const
export type Sheet = (typeof sheets)[number]

/**
 * Which form lies over the page, by what follows `#`: so that the device's own way back closes it, and the signed
 * address stays the same.
 */
export function useSheet(of: readonly Sheet[]): Sheet | null {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1))
  return of.find((each) => each === hash) ?? null
}

export function openSheet(sheet: Sheet): void {
  location.hash = sheet
}

export function closeSheet(): void {
  if (location.hash) history.back()
}

function subscribe(changed: () => void) {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
