import type { Static } from 'typebox'
import type * as contract from '../../contract/appointments.ts'
import type { MissingPapers } from '../../contract/case-changes.ts'
import type { Answered } from '../../contract/own-papers.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  Appointment,
  AppointmentDetail,
  AppointmentQuery,
  OfficerBooking,
  OpeningSpan,
  Slot,
  SlotDay,
  Slots,
} from '../../contract/appointments.ts'
export type { Answered } from '../../contract/own-papers.ts'
export type Counter = Static<typeof contract.Counter>
export type CalendarDay = Static<typeof contract.CalendarDay>
type Items<T> = { items: T[] }
/** What becomes of a booked appointment, as the address names it. */
export type Step = 'arrival' | 'service' | 'absence' | 'cancellation'

export const listSlots = (query: Static<typeof contract.SlotQuery>) =>
  fetchJson<contract.Slots>('/api/slots', { query })
export const listAppointments = (query: contract.AppointmentQuery) =>
  fetchJson<Items<contract.Appointment>>('/api/appointments', { query })
export const showAppointment = (id: string) =>
  fetchJson<contract.AppointmentDetail>(`/api/appointments/${id}`)
export const bookAppointment = (body: contract.OfficerBooking) =>
  fetchJson<contract.Appointment>('/api/appointments', { body })
export const addWalkIn = (body: contract.WalkIn) => fetchJson<contract.Appointment>('/api/walk-ins', { body })
export const stepAppointment = (
  id: string,
  step: Step,
  body: { note?: string | undefined; missing?: MissingPapers } = {},
) => fetchJson(`/api/appointments/${id}/${step}`, { body })
export const answerAppointment = (id: string, body: Answered) =>
  fetchJson(`/api/appointments/${id}/answers`, { method: 'PUT', body })
export const layPaperPhoto = (id: string, key: string, fileId: string) =>
  fetchJson(`/api/appointments/${id}/papers/${key}/photos/${fileId}`, { method: 'PUT' })
export const takePaperPhotoOff = (id: string, key: string, fileId: string) =>
  fetchJson(`/api/appointments/${id}/papers/${key}/photos/${fileId}`, { method: 'DELETE' })
export const recordCall = (id: string) =>
  fetchJson(`/api/appointments/${id}/reminder-call`, { method: 'POST' })
export const rescheduleAppointment = (
  id: string,
  body: { startsAt: string; note: string; missing?: MissingPapers },
) => fetchJson(`/api/appointments/${id}/rescheduling`, { body })

export const readOpeningHours = () => fetchJson<contract.OpeningHours>('/api/opening-hours')
export const setOpeningHours = (spans: contract.OpeningSpan[]) =>
  fetchJson('/api/opening-hours', { method: 'PUT', body: { spans } })
export const readCalendar = (from: string, until: string) =>
  fetchJson<{ days: CalendarDay[] }>('/api/working-days', { query: { from, until } })
export const closeDay = (day: string, name: string) =>
  fetchJson<{ day: string; booked: number }>('/api/station-closures', { body: { day, name } })
export const openDay = (day: string) => fetchJson(`/api/station-closures/${day}`, { method: 'DELETE' })
export const listCounters = () => fetchJson<Items<Counter>>('/api/counters')
export const addCounter = (name: string) => fetchJson('/api/counters', { body: { name } })
export const closeCounter = (id: string) => fetchJson(`/api/counters/${id}/closure`, { method: 'POST' })
export const issueCalendarFeed = () => fetchJson<{ path: string }>('/api/calendar-feed', { method: 'POST' })
