import type { HouseholdCounts } from '../../api/coverage.ts'

const whole = new Intl.NumberFormat('zh-CN')

export const countText = (count: number): string => whole.format(count)

/** The share within reach, or with those by number only too; null without households. */
export function shareOf(counts: Pick<HouseholdCounts, 'resident' | 'reached' | 'perhaps'>, high = false) {
  const top = counts.reached + (high ? counts.perhaps : 0)
  return counts.resident === 0 ? null : top / counts.resident
}

export const shareText = (share: number | null): string =>
  share === null ? '—' : `${(share * 100).toFixed(1)}%`

/** With fewer households a share jumps. */
export const smallNumber = 20
