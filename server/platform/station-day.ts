const hour = 3_600_000
/** Asia/Shanghai is eight hours ahead of UTC all year; there has been no summer time since 1991. */
const offset = 8 * hour
const dayLength = 24 * hour

let lastDay = { count: Number.NaN, text: '' }

/** As the station's wall clock showed it, to the second: 2026/11/29 09:05:00. */
export function stationMoment(at: Date): string {
  return at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
}

/** The day (YYYY-MM-DD) of a moment where the station is. */
export function stationDay(at: Date): string {
  const count = Math.floor((at.getTime() + offset) / dayLength)
  // Asked for every message, and nearly always of today.
  if (count !== lastDay.count)
    lastDay = { count, text: new Date(count * dayLength).toISOString().slice(0, 10) }
  return lastDay.text
}

/** The first moment of a day where the station is. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offset)
}

/** 24:00 of a day where the station is, which is the first moment of the next. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + dayLength)
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
