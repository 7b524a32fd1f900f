import type { Static } from 'typebox'
import type { ConsentHistory, ConsentLine, NewConsent } from '../../contract/consents.ts'
import type {
  Duplicates,
  LikePerson,
  MergedResidents,
  MergePreview,
  MergeResidents,
} from '../../contract/duplicates.ts'
import type { NewResidentPhone, NewResidentRelation } from '../../contract/person.ts'
import type { ContactReads } from '../../contract/residents.ts'
import { fetchJson } from './fetch-json.ts'

export type { ConsentLine, LikePerson, MergePreview, MergeResidents, NewConsent, NewResidentRelation }

const of = (residentId: string) => `/api/residents/${residentId}`

export const addPhone = (id: string, body: NewResidentPhone) =>
  fetchJson<{ id: string }>(`${of(id)}/phones`, { body })
export const endPhone = (id: string, phoneId: string) =>
  fetchJson(`${of(id)}/phones/${phoneId}`, { method: 'DELETE' })
export const addRelation = (id: string, body: NewResidentRelation) =>
  fetchJson<{ id: string }>(`${of(id)}/relations`, { body })
export const endRelation = (id: string, relationId: string) =>
  fetchJson(`${of(id)}/relations/${relationId}`, { method: 'DELETE' })
export const listConsents = (id: string) => fetchJson<ConsentHistory>(`${of(id)}/consents`)
export const recordConsent = (id: string, body: NewConsent) => fetchJson(`${of(id)}/consents`, { body })
export const optContactOut = (contactId: string, optedOut: boolean, reason: string) =>
  fetchJson(`/api/contacts/${contactId}/opt-out`, { body: { optedOut, reason } })
export const listResidentReads = (id: string) => fetchJson<Static<typeof ContactReads>>(`${of(id)}/reads`)

export const listDuplicates = (query: { villageId?: string; limit?: number }) =>
  fetchJson<Duplicates>('/api/resident-duplicates', { query })
/** `same: false`: they are two people. */
export const tellApart = (oneId: string, otherId: string, same: boolean) =>
  fetchJson('/api/resident-distinctions', { body: { oneId, otherId, same } })
export const previewMerge = (keptId: string, otherId: string) =>
  fetchJson<MergePreview>(`${of(keptId)}/merge-preview`, { query: { otherId } })
export const mergeResidents = (keptId: string, body: MergeResidents) =>
  fetchJson<MergedResidents>(`${of(keptId)}/merges`, { body })
export const undoMerge = (mergeId: string) =>
  fetchJson(`/api/resident-merges/${mergeId}`, { method: 'DELETE' })
