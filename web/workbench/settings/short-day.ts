import { dayText } from '../../ui/time.ts'

/** A day under the heading of its year: '2月5日 周五', whichever year it is now. */
export function shortDay(day: string): string {
  return dayText(day, `${day}T04:00:00Z`)
}
