import type { HolidayDay, HolidayYear } from '../../../contract/public-holidays.ts'
import { invalid } from '../../platform/errors.ts'
import { findYearFault } from './holiday-faults.ts'
import { readHolidayNotice } from './read-holiday-notice.ts'

type Listed = HolidayDay & { official: boolean }

/**
 * A year's holidays from what somebody pastes or picks as a file: days by date (`{"days":{"2027-01-01":{"kind","name"}}}`,
 * the form in which the station's own list is saved), the open data's list of days with `isOffDay`, or the words of the
 * State Council's notice. Several years may stand in one. Throws `invalid` with a sentence for what cannot be true.
 */
export function readHolidayList(text: string): HolidayYear[] {
  const given = text.replace(/^\uFEFF/, '').trim()
  if (!given) throw invalid('还没有内容。请选文件，或者把名单粘贴进来。')
  const listed = /^[[{]/.test(given) ? readData(given) : readHolidayNotice(given).map(asOfficial)
  if (listed.length === 0)
    throw invalid('里面没有读到放假的日期。请粘贴国务院办公厅通知的全文，或选名单文件。')
  const years = [...Map.groupBy(listed, ({ day }) => Number(day.slice(0, 4)))]
  return years
    .sort(([a], [b]) => a - b)
    .map(([year, found]) => {
      const days = found
        .map(({ day, kind, name }) => ({ day, kind, name: name.trim() }))
        .sort((a, b) => a.day.localeCompare(b.day))
      const fault = findYearFault(year, days)
      if (fault) throw invalid(fault)
      return { year, official: found.every(({ official }) => official), days }
    })
}

function asOfficial(day: HolidayDay): Listed {
  return { ...day, official: true }
}

function readData(text: string): Listed[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw invalid('名单的内容不完整，读不了。请重新选文件，或者整段复制。')
  }
  const { days } = (data ?? {}) as { days?: unknown }
  if (Array.isArray(days)) return days.map((each) => dayOf((each as { date?: unknown })?.date, each))
  if (days && typeof days === 'object') return Object.entries(days).map(([day, each]) => dayOf(day, each))
  throw invalid('这不是节假日名单：里面没有日期。')
}

function dayOf(day: unknown, given: unknown): Listed {
  const { kind, isOffDay, name, official } = (given ?? {}) as Record<string, unknown>
  if (typeof day !== 'string' || !isDay(day)) throw invalid('名单里有一个日期不对，要像 2027-01-01 这样。')
  const known = kind ?? (isOffDay === true ? 'off' : isOffDay === false ? 'workday' : undefined)
  if (known !== 'off' && known !== 'workday') throw invalid(`${day} 没有写清楚是放假还是上班。`)
  if (typeof name !== 'string' || name.length > 40) throw invalid(`${day} 没有写清楚是什么节日。`)
  const said = known === 'workday' && !name.includes('班') ? `${name}调休上班` : name
  return { day, kind: known, name: said, official: official !== false }
}

function isDay(day: string): boolean {
  if (!/^20(2[4-9]|[3-9][0-9])-[0-9]{2}-[0-9]{2}$/.test(day)) return false
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
