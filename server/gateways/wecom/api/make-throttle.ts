export type Throttle = {
  /** the moment before which the lane is closed, or undefined */
  blockedUntil: (lane: string) => Date | undefined
  hit: (lane: string) => Date
  clear: (lane: string) => void
}

const blocks = [60_000, 600_000, 3_600_000]

/**
 * After 45009 nothing is sent on that lane until the block is over. Its length is that of the window which was
 * exceeded, and the answer does not say which: a minute first, longer when it is hit again at once.
 */
export function makeThrottle(now: () => number): Throttle {
  const lanes = new Map<string, { until: number; hits: number }>()
  return {
    blockedUntil(lane) {
      const until = lanes.get(lane)?.until ?? 0
      return until > now() ? new Date(until) : undefined
    },
    hit(lane) {
      const hits = (lanes.get(lane)?.hits ?? 0) + 1
      const until = now() + blocks[Math.min(hits, blocks.length) - 1]!
      lanes.set(lane, { until, hits })
      return new Date(until)
    },
    // Not while it is closed: the success may be of a call that went out before.
    clear(lane) {
      if ((lanes.get(lane)?.until ?? 0) <= now()) lanes.delete(lane)
    },
  }
}
