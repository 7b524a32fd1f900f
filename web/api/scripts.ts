import type { Static } from 'typebox'
import type * as sent from '../../contract/script-sendings.ts'
import type * as contract from '../../contract/scripts.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  NewScript,
  NewScriptVersion,
  Script,
  ScriptDetail,
  ScriptState,
  ScriptStep,
  ScriptVersion,
} from '../../contract/scripts.ts'
export type ScriptPage = Static<typeof contract.ScriptPage>

export const listScripts = (query: contract.ScriptQuery, signal?: AbortSignal) =>
  fetchJson<ScriptPage>('/api/scripts', { query, signal })
/** Scripts for words that stand in no conversation. */
export const suggestForWords = (text: string, villageId: string | null, signal?: AbortSignal) =>
  fetchJson<Static<typeof contract.SuggestedForWords>>('/api/script-suggestions', {
    body: { text, villageId },
    signal,
  })
export const showScript = (id: string) => fetchJson<contract.ScriptDetail>(`/api/scripts/${id}`)
export const draftScript = (body: contract.NewScript) => fetchJson<{ id: string }>('/api/scripts', { body })
export const draftVersion = (id: string, body: contract.NewScriptVersion) =>
  fetchJson(`/api/scripts/${id}/versions`, { body })
export const changeScope = (id: string, body: contract.ScriptScope) =>
  fetchJson(`/api/scripts/${id}`, { method: 'PATCH', body })
export const approveScripts = (items: { scriptId: string; version: number }[]) =>
  fetchJson<{ approved: number }>('/api/script-approvals', { body: { items } })
export const retireScript = (id: string, reason: string) =>
  fetchJson(`/api/scripts/${id}/retirement`, { body: { reason } })
export const listSendings = (id: string, query: sent.SendingsQuery) =>
  fetchJson<Static<typeof sent.Sendings>>(`/api/scripts/${id}/sendings`, { query })
export const listTopics = () => fetchJson<Static<typeof contract.ScriptTopics>>('/api/script-topics')
/** One's own newest draft goes to a second person. */
export const submitDraft = (id: string, version: number) =>
  fetchJson(`/api/scripts/${id}/submission`, { body: { version } })
export const sendBackDraft = (id: string, version: number, reason: string) =>
  fetchJson(`/api/scripts/${id}/sending-back`, { body: { version, reason } })
