import { addDays, startOfDay, stationDay } from '../../server/platform/station-day.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The town's fourteen months, in milliseconds; everything hangs on the moment it is loaded. */
export type DemoTime = {
  now: number
  today: string
  /** The first moment of the history: fourteen months before now, at midnight. */
  start: number
  /** The first moment of this month: what the last full month counts lies before it. */
  monthStart: number
  lastMonthStart: number
}

export function demoTime(now: Date): DemoTime {
  const today = stationDay(now)
  const monthStart = startOfDay(`${today.slice(0, 7)}-01`)
  const lastMonthStart = startOfDay(`${stationDay(new Date(monthStart.getTime() - day)).slice(0, 7)}-01`)
  return {
    now: now.getTime(),
    today,
    start: startOfDay(fourteenMonthsBefore(today)).getTime(),
    monthStart: monthStart.getTime(),
    lastMonthStart: lastMonthStart.getTime(),
  }
}

function fourteenMonthsBefore(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, month - 15, 1)).toISOString().slice(0, 7)
  const last = new Date(Date.UTC(year, month - 14, 0)).toISOString().slice(8, 10)
  const wanted = Math.min(Number(today.slice(8)), Number(last))
  return `${first}-${String(wanted).padStart(2, '0')}`
}

export function dayAt(at: number): string {
  return stationDay(new Date(at))
}

/** A clock time of the day on which a moment lies. */
export function timeOfDay(at: number, hours: number, minutes = 0): number {
  return startOfDay(dayAt(at)).getTime() + hours * hour + minutes * minute
}

/** Every day from the first moment to the last one, as YYYY-MM-DD. */
export function daysBetween(from: number, until: number): string[] {
  const days: string[] = []
  for (let each = dayAt(from); startOfDay(each).getTime() <= until; each = addDays(each, 1)) days.push(each)
  return days
}
