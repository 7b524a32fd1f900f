export type Throttle = {
  /** the moment before which the lane is closed, or undefined */
  blockedUntil: (lane: string) => Date | undefined
  hit: (lane: string) => Date
  clear: (lane: string) => void
}

const blocks = [60_000, 600_000, 3_600_000]
const lengthOf = (hits: number) => blocks[Math.min(hits, blocks.length) - 1]!

/**
 * After 45009 nothing is sent on that lane until the block is over. Its length is that of the window which was
 * exceeded, and the answer does not say which: a minute first, longer when it is hit again soon, which is within as long
 * as it was closed. A lane that is rarely asked may see no success between two hits that have nothing to do with each other.
 */
export function makeThrottle(now: () => number): Throttle {
  const lanes = new Map<string, { until: number; hits: number }>()
  return {
    blockedUntil(lane) {
      const until = lanes.get(lane)?.until ?? 0
      return until > now() ? new Date(until) : undefined
    },
    hit(lane) {
      const last = lanes.get(lane)
      const hits = last && now() - last.until < lengthOf(last.hits) ? last.hits + 1 : 1
      const until = now() + lengthOf(hits)
      lanes.set(lane, { until, hits })
      return new Date(until)
    },
    // Not while it is closed: the success may be of a call that went out before.
    clear(lane) {
      if ((lanes.get(lane)?.until ?? 0) <= now()) lanes.delete(lane)
    },
  }
}
