/** How long somebody waited, and whether the waiting ended with an answer or is still going on. */
export type Wait = { minutes: number; answered: boolean }

/**
 * The times by which given shares of all who asked had an answer, the unanswered counted for as long as they have
 * waited (Kaplan and Meier 1958). `shares` ascending, such as [0.5, 0.9]; null where too few have been answered yet
 * to know.
 */
export function answeredWithin(waits: Wait[], shares: number[]): (number | null)[] {
  const sorted = [...waits].sort((a, b) => a.minutes - b.minutes || Number(b.answered) - Number(a.answered))
  const found: (number | null)[] = shares.map(() => null)
  let waiting = sorted.length
  let unanswered = 1
  let next = 0
  for (let i = 0; i < sorted.length && next < shares.length; ) {
    const minutes = sorted[i]!.minutes
    let answers = 0
    let leaving = 0
    for (; i < sorted.length && sorted[i]!.minutes === minutes; i++) {
      leaving++
      if (sorted[i]!.answered) answers++
    }
    if (answers > 0) unanswered *= 1 - answers / waiting
    waiting -= leaving
    // The product of fractions can miss a round share by the last bit.
    while (next < shares.length && 1 - unanswered >= shares[next]! - 1e-12) found[next++] = minutes
  }
  return found
}
