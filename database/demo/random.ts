/** Repeatable chance: the same seed gives the same town. */
export type Random = {
  /** 0 ≤ x < 1. */
  next: () => number
  /** A whole number from low to high, both possible. */
  int: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** One of the list, each as often as its weight says. */
  weighted: <T extends { weight: number }>(list: readonly T[]) => T
  /** A waiting time: about half are shorter than the median, few are very long. */
  around: (median: number, spread: number) => number
  shuffle: <T>(list: readonly T[]) => T[]
  /** A UUIDv7 of a moment in milliseconds, whose random part comes from the seed. */
  id: (at: number) => string
}

/** A stream of its own for every purpose (`name`), so that more of one thing does not change all others. */
export function createRandom(seed: number, name: string): Random {
  let state = seed >>> 0
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193) >>> 0

  // Mulberry32: a 32-bit state is plenty for a town.
  function bits(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = () => bits() / 2 ** 32
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const hex = (digits: number) => bits().toString(16).padStart(8, '0').slice(0, digits)
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted(list) {
      let left = next() * list.reduce((sum, item) => sum + item.weight, 0)
      for (const item of list) {
        left -= item.weight
        if (left < 0) return item
      }
      return list.at(-1)!
    },
    around(median, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return median * Math.exp(spread * normal)
    },
    shuffle(list) {
      const shuffled = [...list]
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = int(0, i)
        const moved = shuffled[i]!
        shuffled[i] = shuffled[j]!
        shuffled[j] = moved
      }
      return shuffled
    },
    id(at) {
      const time = Math.floor(at).toString(16).padStart(12, '0')
      const variant = '89ab'[bits() & 3]
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(8)}${hex(4)}`
    },
  }
}
