import type { HolidayYear } from '../../api/public-holidays.ts'

/** Hands a year's list to the browser as a file, in the form in which it can be read in again. */
export function saveAsFile({ year, official, days }: HolidayYear): void {
  const list = {
    days: Object.fromEntries(days.map(({ day, kind, name }) => [day, { kind, name, official }])),
  }
  const address = URL.createObjectURL(new Blob([JSON.stringify(list, null, 1)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `holidays-${year}.json`
  link.click()
  URL.revokeObjectURL(address)
}
