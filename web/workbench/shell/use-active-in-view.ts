import { type RefObject, useEffect, useRef } from 'react'

/** For a row of tabs that is longer than a phone's screen: the active one is scrolled into sight, also when its letters have come. */
export function useActiveInView(active: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    void document.fonts.ready.then(() =>
      row.current?.querySelector('.active')?.scrollIntoView({ inline: 'center', block: 'nearest' }),
    )
  }, [active])
  return row
}
