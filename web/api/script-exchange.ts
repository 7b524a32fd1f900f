import type * as contract from '../../contract/script-exchange.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type { ExchangeForm, ImportReport, ImportResult } from '../../contract/script-exchange.ts'

export const importScripts = (body: contract.ScriptImport) =>
  fetchJson<contract.ImportReport>('/api/script-imports', { body })

/** The library as a file to save. Needs a step-up. */
export async function exportScripts(form: contract.ExchangeForm): Promise<Blob> {
  return (await fetchAnswer('/api/script-exports', { body: { form }, headers: { accept: '*/*' } })).blob()
}
