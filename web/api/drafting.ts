import type { Static } from 'typebox'
import type * as contract from '../../contract/drafting.ts'
import { fetchJson } from './fetch-json.ts'

export type DraftingEndpoint = contract.DraftingEndpoint
export type DraftingCalls = contract.DraftingCalls
export type MachineDraft = contract.MachineDraft
export type DraftingKind = contract.DraftingKind

export const readDrafting = () => fetchJson<{ endpoint: DraftingEndpoint | null }>('/api/drafting')
export const setUpDrafting = (body: contract.DraftingSetup) =>
  fetchJson('/api/drafting', { method: 'PUT', body })
export const switchDrafting = (body: contract.DraftingSwitch) =>
  fetchJson('/api/drafting/switch', { method: 'PUT', body })
export const checkDrafting = () =>
  fetchJson<Static<typeof contract.DraftingCheck>>('/api/drafting/checks', { method: 'POST' })
export const listDraftingCalls = () => fetchJson<DraftingCalls>('/api/drafting/calls')
export const isDraftingOn = () => fetchJson<{ on: boolean }>('/api/drafting/availability')
export const askMachine = (conversationId: string, kind: DraftingKind) =>
  fetchJson<MachineDraft>(`/api/conversations/${conversationId}/machine-drafts`, { body: { kind } })
