import type { Static } from 'typebox'
import type * as contract from '../../contract/register-imports.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type {
  ImportField,
  ImportState,
  RegisterImport,
  RowDecision,
  RowResult,
} from '../../contract/register-imports.ts'
export type ImportRow = contract.ImportRowPage['items'][number]

export const listImports = () =>
  fetchJson<Static<typeof contract.RegisterImportList>>('/api/register-imports')
export const showImport = (id: string) => fetchJson<contract.RegisterImport>(`/api/register-imports/${id}`)
/** A large file on a slow line: waited for as long as for a picture. */
export const uploadImport = (body: contract.NewRegisterImport, idempotencyKey: string) =>
  fetchJson<{ id: string }>('/api/register-imports', { body, idempotencyKey, patient: true })
export const checkImport = (id: string, body: contract.CheckRegisterImport) =>
  fetchJson(`/api/register-imports/${id}/check`, { body })
export const listImportRows = (id: string, query: contract.ImportRowsQuery, signal?: AbortSignal) =>
  fetchJson<contract.ImportRowPage>(`/api/register-imports/${id}/rows`, { query, signal })
export const decideRows = (id: string, body: contract.ImportDecision) =>
  fetchJson(`/api/register-imports/${id}/decisions`, { body })
export const steerImport = (id: string, deed: 'start' | 'stop' | 'undo') =>
  fetchJson(`/api/register-imports/${id}/${deed}`, { method: 'POST' })
export async function reportImport(id: string, result?: contract.RowResult): Promise<Blob> {
  const body = result ? { result } : {}
  return (
    await fetchAnswer(`/api/register-imports/${id}/report`, { body, headers: { accept: '*/*' } })
  ).blob()
}
