import { useState } from 'react'
import { keep, readKept } from '../shell/kept.ts'
import { currentCode } from '../shell/place.ts'

/** Which papers of a guide somebody has put ready, remembered on this phone only. */
export function useTicks(slug: string): { ticked: string[]; toggle: (key: string) => void } {
  const name = `ticks.${currentCode()}.${slug}`
  const [ticked, setTicked] = useState<string[]>(() => readKept(name, []))
  function toggle(key: string) {
    const next = ticked.includes(key) ? ticked.filter((each) => each !== key) : [...ticked, key]
    setTicked(next)
    keep(name, next.length ? next : undefined)
  }
  return { ticked, toggle }
}
