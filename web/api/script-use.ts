import type { Static } from 'typebox'
import type * as contract from '../../contract/script-use.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type { ScriptOutcome, ScriptUseQuery, ScriptUseRow } from '../../contract/script-use.ts'
export type UnscriptedGroup = Static<typeof contract.Unscripted>['groups'][number]

export const readScriptUse = (query: contract.ScriptUseQuery) =>
  fetchJson<Static<typeof contract.ScriptUse>>('/api/script-use', { query })
export const listScriptUse = (id: string, query: contract.ScriptUseRowsQuery) =>
  fetchJson<Static<typeof contract.ScriptUseMatters>>(`/api/script-use/${id}/rows`, { query })
export const listUnscripted = (days: number) =>
  fetchJson<Static<typeof contract.Unscripted>>('/api/unscripted', { query: { days } })

/** The table as a file to save. Needs a step-up. */
export async function exportScriptUse(body: contract.ScriptUseQuery): Promise<Blob> {
  return (await fetchAnswer('/api/script-use-exports', { body, headers: { accept: 'text/csv' } })).blob()
}
