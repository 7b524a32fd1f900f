import type * as contract from '../../contract/register-exports.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type {
  ExportColumn,
  ExportKind,
  NewRegisterExport,
  RegisterExport,
} from '../../contract/register-exports.ts'
export { exportColumns, leastColumns, rowsNeedingSecondPerson } from '../../contract/register-exports.ts'

export const countExport = (body: contract.ExportCountWish) =>
  fetchJson<contract.ExportCount>('/api/register-exports/count', { body })
export const askExport = (body: contract.NewRegisterExport) =>
  fetchJson<{ id: string }>('/api/register-exports', { body })
export const listExports = () => fetchJson<{ items: contract.RegisterExport[] }>('/api/register-exports')
export const decideExport = (id: string, body: contract.ExportDecision) =>
  fetchJson(`/api/register-exports/${id}/decision`, { body })
export const withdrawExport = (id: string) =>
  fetchJson(`/api/register-exports/${id}/withdrawal`, { method: 'POST' })
/** The file to save. Needs a step-up, and each time is on record. */
export async function fetchExport(id: string): Promise<Blob> {
  return (
    await fetchAnswer(`/api/register-exports/${id}/file`, { method: 'POST', headers: { accept: '*/*' } })
  ).blob()
}
