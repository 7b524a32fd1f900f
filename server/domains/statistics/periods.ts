import { endOfDay, startOfDay, stationDay } from '../../platform/station-day.ts'

/** Days from…to, both counted, where the station is. */
export type Period = {
  from: string
  to: string
  /** The first moment of `from` and the first moment after `to`. */
  start: Date
  end: Date
  /** YYYY-MM when the days are one whole calendar month. */
  month: string | null
  /** When the figures are read; what is recorded later is not known yet. */
  now: Date
  /** The last day is over. */
  complete: boolean
}

export function makePeriod(from: string, to: string, now: Date): Period {
  const end = endOfDay(to)
  const month = from.slice(0, 7)
  const whole = from === `${month}-01` && to === lastDayOf(month)
  return { from, to, start: startOfDay(from), end, month: whole ? month : null, now, complete: end <= now }
}

export function monthPeriod(month: string, now: Date): Period {
  return makePeriod(`${month}-01`, lastDayOf(month), now)
}

/** The calendar month before the one in which `now` lies. */
export function lastFullMonth(now: Date): string {
  return addMonths(stationDay(now).slice(0, 7), -1)
}

/** The previous calendar month; null when the period is not one month. */
export function monthBefore(period: Period): Period | null {
  return period.month ? monthPeriod(addMonths(period.month, -1), period.now) : null
}

/** The same calendar days a year before; 29 February becomes the 28th. */
export function yearBefore(period: Period): Period {
  if (period.month) return monthPeriod(addMonths(period.month, -12), period.now)
  return makePeriod(dayAYearBefore(period.from), dayAYearBefore(period.to), period.now)
}

function dayAYearBefore(day: string): string {
  const month = addMonths(day.slice(0, 7), -12)
  const last = lastDayOf(month)
  const same = `${month}-${day.slice(8)}`
  return same > last ? last : same
}

function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
