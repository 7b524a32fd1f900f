import type { Static } from 'typebox'
import type * as changes from '../../contract/case-changes.ts'
import type * as contract from '../../contract/cases.ts'
import type { SecondTripCount } from '../../contract/second-trips.ts'
import type { Telling } from '../../contract/vocabulary.ts'
import { fetchJson } from './fetch-json.ts'

export type { CaseChange, NewCase, OutcomeBody, OwnSearch } from '../../contract/case-changes.ts'
export type { Case, CaseItem, CaseQuery } from '../../contract/cases.ts'
export type CasePage = Static<typeof contract.CasePage>
export type CaseMaterial = Static<typeof contract.CaseMaterial>
export type CaseClock = Static<typeof contract.CaseClock>
export type CasePart = Static<typeof contract.CasePerson>['part']
export type { SecondTripCause, SecondTripCount } from '../../contract/second-trips.ts'
export type MissingPapers = changes.MissingPapers
export type SimilarCases = Static<typeof contract.SimilarCases>
export type SimilarReason = SimilarCases['items'][number]['reasons'][number]
export type MaterialVerdict = NonNullable<CaseMaterial['verdict']>

const at = (id: string) => `/api/cases/${id}`

export const listCases = (query: contract.CaseQuery, signal?: AbortSignal) =>
  fetchJson<CasePage>('/api/cases', { query, signal })
export const showCase = (id: string) => fetchJson<contract.Case>(at(id))
export const openCase = (body: changes.NewCase) => fetchJson<changes.OpenedCase>('/api/cases', { body })
export const changeCase = (id: string, body: changes.CaseChange) =>
  fetchJson<{ revision: string }>(at(id), { method: 'PATCH', body })
export const changeStatus = (id: string, body: changes.CaseStatusBody) =>
  fetchJson(`${at(id)}/status-changes`, { body })
export const reopenCase = (id: string, reason: string) =>
  fetchJson(`${at(id)}/reopenings`, { body: { reason } })
export const addPerson = (id: string, body: changes.NewCasePerson) => fetchJson(`${at(id)}/people`, { body })
export const removePerson = (id: string, personId: string) =>
  fetchJson(`${at(id)}/people/${personId}`, { method: 'DELETE' })
export const checkMaterial = (id: string, key: string, body: changes.MaterialCheck) =>
  fetchJson(`${at(id)}/materials/${key}/checks`, { body })
export const layCasePhoto = (id: string, key: string, fileId: string) =>
  fetchJson(`${at(id)}/materials/${key}/photos/${fileId}`, { method: 'PUT' })
export const takeCasePhotoOff = (id: string, key: string, fileId: string) =>
  fetchJson(`${at(id)}/materials/${key}/photos/${fileId}`, { method: 'DELETE' })
export const recordOwnSearch = (id: string, body: changes.OwnSearch) =>
  fetchJson(`${at(id)}/own-searches`, { body })
export const answerQuestions = (id: string, answers: Record<string, string>) =>
  fetchJson(`${at(id)}/answers`, { method: 'PUT', body: { answers } })
export const countSecondTrips = (guideId: string) =>
  fetchJson<SecondTripCount>(`/api/guides/${guideId}/second-trips`)
export const promiseTime = (id: string, dueAt: string, reason: string) =>
  fetchJson(`${at(id)}/clocks`, { body: { dueAt, reason } })
export const changeClock = (id: string, clockId: string, body: changes.ClockChangeBody) =>
  fetchJson(`${at(id)}/clocks/${clockId}/changes`, { body })
export const decideOutcome = (id: string, body: changes.OutcomeBody) =>
  fetchJson<{ outcomeId: string; told: number }>(`${at(id)}/outcome`, { body })
export const showCaseDoor = (id: string) => fetchJson<contract.CaseDoor>(`${at(id)}/door`)
export const tellOutcome = (id: string, by: Telling | 'conversation') =>
  fetchJson(`${at(id)}/outcome-notice`, { body: { by } })
export const finishCall = (id: string, callId: string) =>
  fetchJson(`${at(id)}/outcome-calls/${callId}/done`, { body: {} })
export const linkCase = (id: string, caseId: string, kind: 'repeat' | 'related') =>
  fetchJson(`${at(id)}/links`, { body: { caseId, kind } })
export const unlinkCase = (id: string, otherCaseId: string) =>
  fetchJson(`${at(id)}/links/${otherCaseId}`, { method: 'DELETE' })
export const findSimilar = (id: string) => fetchJson<SimilarCases>(`${at(id)}/similar`)
export const mergeCase = (id: string, sourceCaseId: string) =>
  fetchJson<{ mergeId: string }>(`${at(id)}/merges`, { body: { sourceCaseId } })
export const undoMerge = (id: string, mergeId: string) =>
  fetchJson(`${at(id)}/merges/${mergeId}`, { method: 'DELETE' })
