import type { Static } from 'typebox'
import type * as contract from '../../contract/residents.ts'
import { fetchJson } from './fetch-json.ts'

export type ResidentRow = Static<typeof contract.ResidentRow>
export type ResidentPage = Static<typeof contract.ResidentPage>
export type Resident = Static<typeof contract.Resident>
export type Contact = Static<typeof contract.Contact>
export type NewResident = Static<typeof contract.NewResident>
export type ResidentChange = Static<typeof contract.ResidentChange>
export type ContactReads = Static<typeof contract.ContactReads>

export const listResidents = (query: Static<typeof contract.ResidentQuery>, signal?: AbortSignal) =>
  fetchJson<ResidentPage>('/api/residents', { query, signal })
export const showResident = (id: string) => fetchJson<Resident>(`/api/residents/${id}`)
export const recordResident = (body: NewResident, idempotencyKey: string) =>
  fetchJson<{ id: string }>('/api/residents', { body, idempotencyKey })
export const changeResident = (id: string, body: ResidentChange) =>
  fetchJson(`/api/residents/${id}`, { method: 'PATCH', body })
export const changeContact = (id: string, body: Static<typeof contract.ContactChange>) =>
  fetchJson(`/api/contacts/${id}`, { method: 'PATCH', body })
export const linkContact = (id: string, residentId: string | null) =>
  fetchJson(`/api/contacts/${id}/resident`, { body: { residentId } })
export const listReads = (id: string) => fetchJson<ContactReads>(`/api/contacts/${id}/reads`)
export const issueAccessLink = (id: string) =>
  fetchJson<{ url: string; token: string }>(`/api/contacts/${id}/access-link`, { method: 'POST' })
export const issueAccessCode = (id: string) =>
  fetchJson<{ code: string; expiresAt: string }>(`/api/contacts/${id}/access-code`, { method: 'POST' })
