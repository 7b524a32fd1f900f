import { useState } from 'react'
import { keep, readKept } from '../../ui/kept.ts'
import { currentCode } from '../shell/place.ts'

/** Which papers of a guide somebody has put ready, remembered on this phone until she tells the station. */
export function useTicks(slug: string): {
  ticked: string[]
  toggle: (key: string) => void
  tick: (key: string) => void
} {
  const name = `ticks.${currentCode()}.${slug}`
  const [ticked, setTicked] = useState<string[]>(() => readKept(name, []))
  function set(next: string[]) {
    setTicked(next)
    keep(name, next.length ? next : undefined)
  }
  return {
    ticked,
    toggle: (key) => set(ticked.includes(key) ? ticked.filter((each) => each !== key) : [...ticked, key]),
    tick: (key) => {
      if (!ticked.includes(key)) set([...ticked, key])
    },
  }
}
