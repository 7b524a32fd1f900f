import type * as contract from '../../contract/appointments.ts'
import type { Answered } from '../../contract/own-papers.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  ResidentAppointment,
  ResidentBooking,
  Slot,
  SlotDay,
  Slots,
} from '../../contract/appointments.ts'

export type { Answered, OwnPaper } from '../../contract/own-papers.ts'

export const listPublicSlots = (
  stationCode: string,
  guideSlug: string,
  days: number,
  appointmentId?: string,
) =>
  fetchJson<contract.Slots>('/api/public/slots', {
    query: { stationCode, guideSlug, days, ...(appointmentId ? { appointmentId } : {}) },
  })
export const listOwnAppointments = () =>
  fetchJson<{ items: contract.ResidentAppointment[] }>('/api/resident/appointments')
export const bookOwnAppointment = (body: contract.ResidentBooking) =>
  fetchJson<contract.ResidentAppointment>('/api/resident/appointments', { body })
export const moveOwnAppointment = (id: string, startsAt: string) =>
  fetchJson<contract.ResidentAppointment>(`/api/resident/appointments/${id}/rescheduling`, {
    body: { startsAt },
  })
export const answerOwnAppointment = (id: string, body: Answered) =>
  fetchJson<contract.ResidentAppointment>(`/api/resident/appointments/${id}/answers`, { method: 'PUT', body })
export const cancelOwnAppointment = (id: string) =>
  fetchJson(`/api/resident/appointments/${id}/cancellation`, { body: {} })
export const readOpeningHours = (code: string) =>
  fetchJson<contract.OpeningHours>('/api/public/opening-hours', { query: { code } })
