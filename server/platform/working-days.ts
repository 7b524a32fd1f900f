import { addDays, endOfDay, startOfDay, stationDay, weekdayOf } from './station-day.ts'

/**
 * The days that differ from Monday to Friday: false for a public holiday, true for a Saturday or Sunday made a
 * workday (调休). The State Council's yearly notice is the source; a day not listed follows the week.
 */
export type WorkCalendar = ReadonlyMap<string, boolean>

export function isWorkingDay(calendar: WorkCalendar, day: string): boolean {
  return calendar.get(day) ?? weekdayOf(day) <= 5
}

/** The `count`th working day after a day, which itself is not counted. 0: the day itself, or the next working day. */
export function workingDayAfter(calendar: WorkCalendar, day: string, count: number): string {
  let found = day
  for (let left = count; left > 0; ) {
    found = addDays(found, 1)
    if (isWorkingDay(calendar, found)) left--
  }
  while (!isWorkingDay(calendar, found)) found = addDays(found, 1)
  return found
}

/**
 * The end of a limit of `count` working days that begins at `from`: 24:00 of the last day. The day on which it begins
 * does not count (Civil Code art. 201); administrative limits count working days (Administrative Licence Law art. 82).
 */
export function dueAfterWorkingDays(calendar: WorkCalendar, from: Date, count: number): Date {
  return endOfDay(workingDayAfter(calendar, stationDay(from), count))
}

/**
 * The end of a limit of `count` calendar days (the law's plain 日): 24:00 of the last one, or of the first working day
 * after it when it falls on a holiday (Civil Code art. 203).
 */
export function dueAfterDays(calendar: WorkCalendar, from: Date, count: number): Date {
  return endOfDay(workingDayAfter(calendar, addDays(stationDay(from), count), 0))
}

/** Working days from `from` (counted) to `until` (not counted); 0 when `until` is not later. */
export function countWorkingDays(calendar: WorkCalendar, from: string, until: string): number {
  let count = 0
  for (let day = from; day < until; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

/** The same time of day `count` working days later; an end of day stays an end of day. */
export function moveByWorkingDays(calendar: WorkCalendar, moment: Date, count: number): Date {
  if (count === 0) return moment
  const day = lastDayBefore(moment)
  const timeOfDay = moment.getTime() - startOfDay(day).getTime()
  return new Date(startOfDay(workingDayAfter(calendar, day, count)).getTime() + timeOfDay)
}

/** The day a deadline belongs to: 24:00 belongs to the day that ends, not to the one that begins. */
export function lastDayBefore(deadline: Date): string {
  return stationDay(new Date(deadline.getTime() - 1))
}
