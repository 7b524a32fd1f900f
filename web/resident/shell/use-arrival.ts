import { type RefObject, useEffect, useRef } from 'react'
import { hasMoved, usePlace } from './place.ts'

/**
 * The heading of a page: on coming from another page of ours the keys and the screen reader go there, as they would after a
 * page was loaded. Who has only opened the first page is not moved.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const place = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  // Each page arrived at is a new place, also the same address again.
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true })
  }, [place])
  return heading
}
