import type { HolidayDay } from '../../../contract/public-holidays.ts'
import { invalid } from '../../platform/errors.ts'
import { addDays, weekdayOf } from '../../platform/station-day.ts'

const weekdayNames = '一二三四五六日'
/** 2月15日（农历腊月二十八、周日） */
const date = '(\\d{1,2})月(\\d{1,2})日(?:[（(]([^）)]{0,20})[）)])?'
const span = new RegExp(`${date}(?:至(?:(\\d{1,2})月)?(\\d{1,2})日(?:[（(]([^）)]{0,20})[）)])?)?`)
const longestDays = 16

/**
 * The days of the State Council's yearly notice, read from its words: "春节：2月15日（周日）至23日（周一）放假调休，共9天。
 * 2月14日（周六）、2月28日（周六）上班。" Days of the week and the count of days, where they are given, must agree with the
 * calendar: that is how a list of another year shows. Throws `invalid` where they do not.
 */
export function readHolidayNotice(text: string): HolidayDay[] {
  const plain = text.normalize('NFKC').replace(/[ \t\u3000]/g, '')
  const year = /(20\d{2})年(?!\d{1,2}月)/.exec(plain)?.[1] ?? /(20\d{2})年/.exec(plain)?.[1]
  if (!year) throw invalid('没有看到是哪一年。请把通知连标题一起粘贴进来。')
  const days: HolidayDay[] = []
  for (const line of plain.split(
    /\n|(?<![一二三四五六七八九十])(?=[一二三四五六七八九十]{1,3}、[^:。]{2,20}:)/,
  )) {
    const [, name, words] =
      /^(?:[一二三四五六七八九十]{1,3}、)?([^:。，,]{2,20}):(.*)$/.exec(line.trim()) ?? []
    if (!name || !words?.includes('放假')) continue
    days.push(...daysOff(year, name, words), ...workdays(year, name, words))
  }
  return days
}

function daysOff(year: string, name: string, words: string): HolidayDay[] {
  const sentence = words.split('。').find((each) => each.includes('放假')) ?? ''
  const [, month = '', first = '', firstNote, lastMonth, last, lastNote] = span.exec(sentence) ?? []
  if (!month) throw invalid(`“${name}”放假的日期没有读懂，请核对。`)
  const from = dayOf(year, month, first, firstNote)
  const until = last ? dayOf(year, lastMonth ?? month, last, lastNote) : from
  const days: HolidayDay[] = []
  for (let day = from; day <= until && days.length <= longestDays; day = addDays(day, 1))
    days.push({ day, kind: 'off', name })
  const said = /(?:共|放假)(\d+)天/.exec(sentence)?.[1]
  if (days.length === 0 || days.length > longestDays || (said && Number(said) !== days.length))
    throw invalid(`“${name}”写的天数和日期对不上，请核对。`)
  return days
}

function workdays(year: string, name: string, words: string): HolidayDay[] {
  return words
    .split('。')
    .filter((sentence) => sentence.includes('上班'))
    .flatMap((sentence) => [...sentence.matchAll(new RegExp(date, 'g'))])
    .map(([, month = '', day = '', note]) => ({
      day: dayOf(year, month, day, note),
      kind: 'workday',
      name: `${name}调休上班`,
    }))
}

function dayOf(year: string, month: string, day: string, note = ''): string {
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${found}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(found))
    throw invalid(`没有 ${month} 月 ${day} 日这一天，请核对。`)
  const said = /(?:周|星期)([一二三四五六日天])/.exec(note)?.[1]?.replace('天', '日')
  const is = weekdayNames[weekdayOf(found) - 1]
  if (said && said !== is)
    throw invalid(`${year} 年 ${month} 月 ${day} 日是周${is}，名单里写的是周${said}。是不是别的年份的名单？`)
  return found
}
