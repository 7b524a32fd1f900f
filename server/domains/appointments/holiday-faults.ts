import type { HolidayDay } from '../../../contract/public-holidays.ts'
import { weekdayOf } from '../../platform/station-day.ts'

/** Free by the law itself, with dates that never move (《全国年节及纪念日放假办法》第二条). */
const fixed = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
] as const
/** Eleven days until 2024, thirteen since; with the weekends around them no year has come near sixty. */
const fewestOff = 11
const mostOff = 60
const mostWorkdays = 20

/** What cannot be true of a year's list, as a sentence, or null. */
export function findYearFault(year: number, days: readonly HolidayDay[]): string | null {
  if (days.some(({ day }) => !day.startsWith(`${year}-`))) return `里面有不是 ${year} 年的日期，请检查。`
  const twice = days.find(({ day }, index) => days.findIndex((each) => each.day === day) !== index)
  if (twice) return `${twice.day} 出现了两次，请检查。`
  const nameless = days.find(({ name }) => !name.trim())
  if (nameless) return `${nameless.day} 没有写是什么节日。`
  const workdays = days.filter(({ kind }) => kind === 'workday')
  const wrong = workdays.find(({ day }) => weekdayOf(day) <= 5)
  if (wrong) return `${wrong.day} 不是周六、周日，不用设成调休上班。`
  const off = days.filter(({ kind }) => kind === 'off')
  const missing = fixed.find(([day]) => !off.some((each) => each.day === `${year}-${day}`))
  if (missing) return `名单不完整：${year} 年没有${missing[1]}（${year}-${missing[0]}）。请用全年的名单。`
  if (off.length < fewestOff) return `名单不完整：${year} 年只有 ${off.length} 天放假。请用全年的名单。`
  if (off.length > mostOff) return `${year} 年有 ${off.length} 天放假，太多了，请检查。`
  if (workdays.length > mostWorkdays) return `${year} 年有 ${workdays.length} 天调休上班，太多了，请检查。`
  return null
}
