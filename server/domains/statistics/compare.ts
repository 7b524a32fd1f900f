import type { Comparison } from '../../../contract/statistics.ts'
import type { Computed } from './figure.ts'
import type { Period } from './periods.ts'

/** Below this a count says little, and a percentage of it less. */
export const smallNumber = 20
/** |z| under this is within usual variation: about 2.1 standard deviations when both counts vary. */
const usualZ = 3

/**
 * 2(√now − √before): the difference of two Poisson counts on a scale where its variance hardly depends on their
 * size (Wheeler 2016).
 */
export function zOfCounts(now: number, before: number): number {
  return 2 * (Math.sqrt(now) - Math.sqrt(before))
}

/** (now − before) / before in percent with one decimal; null when before is 0. */
export function percentChange(now: number, before: number): number | null {
  return before === 0 ? null : roundTo((100 * (now - before)) / before, 1)
}

export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals
  const rounded = Math.round(Math.abs(value) * factor + 1e-9) / factor
  return rounded === 0 ? 0 : Math.sign(value) * rounded
}

/** A figure beside the same figure of an earlier period. While the period still runs there are counts only. */
export function compareFigures(
  unit: 'share' | 'count' | 'minutes',
  now: Computed,
  before: Computed,
  period: Period,
  earlier: Period,
): Comparison | null {
  if (now.numerator === null || before.numerator === null) return null
  const counts = { now: now.numerator, before: before.numerator }
  const comparable = period.complete && earlier.complete
  const isCount = unit === 'count'
  const bothShares = unit === 'share' && now.value !== null && before.value !== null
  const z = comparable && isCount ? zOfCounts(counts.now, counts.before) : null
  const sizes =
    unit === 'share' ? [now.denominator ?? 0, before.denominator ?? 0] : [counts.now, counts.before]
  return {
    from: earlier.from,
    to: earlier.to,
    ...counts,
    beforeDenominator: before.denominator,
    beforeValue: before.value,
    percent: comparable && isCount ? percentChange(counts.now, counts.before) : null,
    points: comparable && bothShares ? roundTo(100 * (now.value! - before.value!), 1) : null,
    z: z === null ? null : roundTo(z, 2),
    withinUsual: z === null ? null : Math.abs(z) < usualZ,
    smallNumbers: sizes.some((size) => size < smallNumber),
  }
}
