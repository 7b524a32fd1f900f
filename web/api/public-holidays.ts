import type { HolidayPreview, HolidayYear } from '../../contract/public-holidays.ts'
import { fetchJson } from './fetch-json.ts'

export type { HolidayPreview, HolidayYear } from '../../contract/public-holidays.ts'
export type PreviewedYear = HolidayPreview['years'][number]

export const readHolidayYear = (year: number) => fetchJson<HolidayYear>(`/api/public-holidays/${year}`)
export const previewHolidays = (text: string) =>
  fetchJson<HolidayPreview>('/api/public-holiday-previews', { body: { text } })
export const saveHolidays = ({ year, official, days }: HolidayYear) =>
  fetchJson(`/api/public-holidays/${year}`, { method: 'PUT', body: { official, days } })
