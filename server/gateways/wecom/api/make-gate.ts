export type Gate = { enter: () => Promise<() => void>; lower: () => void; limit: () => number }

/** How many calls in a row without a complaint raise the limit by one again. */
const raiseAfter = 50

/** Lets a number of calls through at a time. Halved when the server complains (45033), raised again bit by bit. */
export function makeGate(most: number): Gate {
  let limit = most
  let inside = 0
  let quiet = 0
  const waiting: (() => void)[] = []

  const leave = () => {
    inside--
    quiet++
    if (quiet >= raiseAfter && limit < most) {
      limit++
      quiet = 0
    }
    while (inside < limit && waiting.length > 0) {
      inside++
      waiting.shift()!()
    }
  }

  return {
    async enter() {
      if (inside < limit) inside++
      else await new Promise<void>((resolve) => waiting.push(resolve))
      let left = false
      return () => {
        if (!left) leave()
        left = true
      }
    },
    lower() {
      limit = Math.max(1, Math.floor(limit / 2))
      quiet = 0
    },
    limit: () => limit,
  }
}
