import { setTimeout } from 'node:timers/promises'

/** Longer than a password check takes, so that the time of a refusal does not say how far the check came. */
const refusalMs = 350

/** Waits until `refusalMs` have passed since `startedAt` (performance.now()), and a few more at random. */
export async function waitForEvenTime(startedAt: number): Promise<void> {
  const left = startedAt + refusalMs + Math.random() * 40 - performance.now()
  if (left > 0) await setTimeout(left)
}
