import { addDays, startOfDay, stationDay } from '../../../platform/station-day.ts'

export type QuietHours = { from: string; until: string } | null

export const usualQuietHours: QuietHours = { from: '22:00', until: '07:00' }

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Until when it is quiet, by the station's clock; null when it is not quiet at `now`. Hours may go over midnight. */
export function quietUntil(quiet: QuietHours, now: Date): Date | null {
  if (!quiet || quiet.from === quiet.until) return null
  const [from, until] = [minutesOf(quiet.from), minutesOf(quiet.until)]
  const day = stationDay(now)
  const minute = (now.getTime() - startOfDay(day).getTime()) / 60_000
  const over = from > until
  const isQuiet = over ? minute >= from || minute < until : minute >= from && minute < until
  if (!isQuiet) return null
  const endsOn = over && minute >= from ? addDays(day, 1) : day
  return new Date(startOfDay(endsOn).getTime() + until * 60_000)
}
