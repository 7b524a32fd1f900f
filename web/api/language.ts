import type { Static } from 'typebox'
import type * as contract from '../../contract/language.ts'
import { fetchJson } from './fetch-json.ts'

export type LanguageEndpoint = contract.LanguageEndpoint
export type LanguagePurpose = contract.LanguagePurpose
export type LanguageCalls = contract.LanguageCalls
export type MachineDraft = contract.MachineDraft
export type DraftingKind = contract.DraftingKind

const at = (purpose: LanguagePurpose) => `/api/language-endpoints/${purpose}`

export const readEndpoint = (purpose: LanguagePurpose) =>
  fetchJson<{ endpoint: LanguageEndpoint | null }>(at(purpose))
export const setUpEndpoint = (purpose: LanguagePurpose, body: contract.EndpointSetup) =>
  fetchJson(at(purpose), { method: 'PUT', body })
export const switchEndpoint = (purpose: LanguagePurpose, body: contract.EndpointSwitch) =>
  fetchJson(`${at(purpose)}/switch`, { method: 'PUT', body })
export const checkEndpoint = (purpose: LanguagePurpose) =>
  fetchJson<Static<typeof contract.EndpointCheck>>(`${at(purpose)}/checks`, { method: 'POST' })
export const listLanguageCalls = () => fetchJson<LanguageCalls>('/api/language-calls')
export const isDraftingOn = () => fetchJson<{ on: boolean }>('/api/drafting/availability')
export const isTranscriptionOn = () => fetchJson<{ on: boolean }>('/api/transcription/availability')
export const askMachine = (conversationId: string, kind: DraftingKind) =>
  fetchJson<MachineDraft>(`/api/conversations/${conversationId}/machine-drafts`, { body: { kind } })
