import type { Static } from 'typebox'
import type * as contract from '../../contract/external-contacts.ts'
import { fetchJson } from './fetch-json.ts'

export type Follow = contract.Follow
export type ExternalContactPage = contract.ExternalContactPage
export type ExternalContact = contract.ExternalContact
export type LinkSuggestion = contract.LinkSuggestion
export type WorkAccount = contract.WorkAccount
export type DoorAnswer = contract.DoorAnswer
export type ContactDoor = contract.ContactDoor
export type Reconcile = contract.Reconcile

export const listExternalContacts = (query: contract.ExternalContactQuery, signal?: AbortSignal) =>
  fetchJson<ExternalContactPage>('/api/external-contacts', { query, signal })
export const showExternalContact = (id: string) => fetchJson<ExternalContact>(`/api/external-contacts/${id}`)
export const refuseLink = (id: string, residentId: string) =>
  fetchJson(`/api/external-contacts/${id}/link-refusals`, { body: { residentId } })
export const listWorkAccounts = () => fetchJson<{ items: WorkAccount[] }>('/api/work-accounts')
export const listContactDoors = () => fetchJson<{ items: ContactDoor[] }>('/api/contact-doors')
export const makeContactDoor = (body: contract.NewContactDoor) =>
  fetchJson<{ id: string; qrUrl: string }>('/api/contact-doors', { body })
export const askContactDoorAgain = (id: string) =>
  fetchJson<{ id: string; qrUrl: string }>(`/api/contact-doors/${id}/retries`, { method: 'POST' })
export const listReconciles = () => fetchJson<{ items: Reconcile[] }>('/api/wecom-reconciles')
export const askReconcile = () => fetchJson('/api/wecom-reconciles', { method: 'POST' })
export const listFindings = (id: string, query: Static<typeof contract.FindingsQuery>) =>
  fetchJson<contract.Findings>(`/api/wecom-reconciles/${id}/findings`, { query })
