import type { Comparison, Figure } from '../../api/statistics.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { durationText } from '../../ui/time.ts'

const whole = new Intl.NumberFormat('zh-CN')

/** A value in its own unit; no value is said, never shown as nought. */
export function formatValue(value: number | null, unit: Figure['unit']): string {
  if (value === null) return statisticsText.noValue
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`
  if (unit === 'minutes') return durationText(value * 60_000)
  return whole.format(value)
}

export function formatCount(count: number): string {
  return whole.format(count)
}

/** How it moved since the other period: percent, points, or only both counts. */
export function formatComparison(comparison: Comparison): string {
  const sign = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`
  const counts = statisticsText.compared(formatCount(comparison.before), formatCount(comparison.now))
  if (comparison.points !== null) return `${statisticsText.points(sign(comparison.points))}（${counts}）`
  if (comparison.percent !== null) return `${sign(comparison.percent)}%（${counts}）`
  return counts
}
