import type * as contract from '../../contract/triage-models.ts'
import { fetchJson } from './fetch-json.ts'

export type TriageModels = contract.TriageModels
export type TriageModelItem = contract.TriageModelItem
export type RetrainingReport = contract.RetrainingReport

export const listTriageModels = () => fetchJson<TriageModels>('/api/triage-models')
export const askRetraining = () => fetchJson('/api/triage-models', { method: 'POST' })
export const putIntoUse = (modelId: string | null) =>
  fetchJson('/api/triage-model-uses', { method: 'POST', body: { modelId } })
