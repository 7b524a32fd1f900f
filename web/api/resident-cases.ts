import type { Static } from 'typebox'
import type * as contract from '../../contract/resident-cases.ts'
import { fetchJson } from './fetch-json.ts'

export type { ResidentCase } from '../../contract/resident-cases.ts'
export type ResidentCaseItem = Static<typeof contract.ResidentCaseItem>
export type MaterialCheckBody = Static<typeof contract.ResidentMaterialCheck>

export const listOwnCases = () => fetchJson<{ items: ResidentCaseItem[] }>('/api/resident/cases')
export const showOwnCase = (id: string) => fetchJson<contract.ResidentCase>(`/api/resident/cases/${id}`)
export const checkOwnMaterial = (id: string, key: string, body: MaterialCheckBody) =>
  fetchJson(`/api/resident/cases/${id}/materials/${encodeURIComponent(key)}/checks`, { body })
export const answerOwnQuestions = (id: string, answers: Record<string, string>) =>
  fetchJson(`/api/resident/cases/${id}/answers`, { method: 'PUT', body: { answers } })
export const rateCase = (id: string, body: contract.CaseRatingBody) =>
  fetchJson<{ reopened: boolean }>(`/api/resident/cases/${id}/rating`, { body })
