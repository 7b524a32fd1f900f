import { addDays, clockTime, dayText, stationDay } from '../../ui/time.ts'
import { homeText } from '../text/home.ts'

/** When something is to come, as one says it: 今天 9:00, 明早 9:00, 11月25日 周三 9:00. */
export function soonText(at: string): string {
  const day = stationDay(at)
  const clock = clockTime(at)
  if (day === stationDay()) return homeText.today(clock)
  if (day === addDays(stationDay(), 1))
    return clock < '12:00' ? homeText.tomorrow(clock) : homeText.tomorrowLater(clock)
  return `${dayText(day)} ${clock}`
}
