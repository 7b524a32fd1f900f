import type { Static } from 'typebox'
import type * as contract from '../../contract/broadcasts.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  AudienceCount,
  AudienceOptions,
  Broadcast,
  BroadcastAudience,
  BroadcastContent,
  BroadcastDetail,
  BroadcastVersion,
} from '../../contract/broadcasts.ts'

type AboutHow = Static<typeof contract.BroadcastAbout>['how']

export const listBroadcasts = (query: contract.BroadcastQuery, signal?: AbortSignal) =>
  fetchJson<contract.BroadcastPage>('/api/broadcasts', { query, signal })
export const readBroadcastFigures = () => fetchJson<contract.BroadcastFigures>('/api/broadcast-figures')
export const listAudienceOptions = () =>
  fetchJson<contract.AudienceOptions>('/api/broadcast-audience-options')
export const countAudience = (body: contract.AudienceQuestion, signal?: AbortSignal) =>
  fetchJson<contract.AudienceCount>('/api/broadcast-audiences', { body, signal })
export const showBroadcast = (id: string) => fetchJson<contract.BroadcastDetail>(`/api/broadcasts/${id}`)
export const listLeftOut = (id: string, query: contract.LeftOutQuery) =>
  fetchJson<contract.LeftOutPage>(`/api/broadcasts/${id}/left-out`, { query })
export const draftBroadcast = (body: contract.BroadcastContent, idempotencyKey: string) =>
  fetchJson<contract.SavedBroadcast>('/api/broadcasts', { body, idempotencyKey })
export const saveDraft = (id: string, body: contract.BroadcastDraft) =>
  fetchJson<contract.SavedBroadcast>(`/api/broadcasts/${id}/draft`, { method: 'PUT', body })
export const submitBroadcast = (id: string, version: number) =>
  fetchJson(`/api/broadcasts/${id}/submissions`, { body: { version } })
export const approveBroadcast = (id: string, version: number) =>
  fetchJson<{ started: boolean }>(`/api/broadcasts/${id}/approvals`, { body: { version } })
export const refuseBroadcast = (id: string, version: number, note: string) =>
  fetchJson(`/api/broadcasts/${id}/refusals`, { body: { version, note } })
export const cancelBroadcast = (id: string, note: string) =>
  fetchJson(`/api/broadcasts/${id}/cancellations`, { body: { note } })
export const followUpBroadcast = (id: string, how: AboutHow) =>
  fetchJson<contract.SavedBroadcast>(`/api/broadcasts/${id}/follow-ups`, { body: { how } })
