import type { Static } from 'typebox'
import type * as contract from '../../contract/households.ts'
import type * as places from '../../contract/places.ts'
import { fetchJson } from './fetch-json.ts'

export type HouseholdRow = Static<typeof contract.HouseholdRow>
export type HouseholdPage = Static<typeof contract.HouseholdPage>
export type HouseholdPerson = Static<typeof contract.HouseholdPerson>
export type HouseholdChange = Static<typeof contract.HouseholdChange>
export type HouseholdPreview = Static<typeof contract.HouseholdPreview>
export type OtherHousehold = Static<typeof contract.OtherHousehold>
export type Arrival = Static<typeof contract.Arrival>
export type Leaving = Static<typeof contract.Leaving>
export type Absence = Static<typeof contract.Absence>
export type SplitPlan = Static<typeof contract.SplitPlan>
export type MergePlan = Static<typeof contract.MergePlan>
export type HouseholdMatters = Static<typeof places.HouseholdMatters>
export type VillagePage = Static<typeof places.VillagePage>
type Done = Static<typeof contract.HouseholdDone>

export const listHouseholds = (query: Static<typeof contract.HouseholdQuery>, signal?: AbortSignal) =>
  fetchJson<Static<typeof contract.HouseholdRows>>('/api/households', { query, signal })
export const showHousehold = (id: string) => fetchJson<HouseholdPage>(`/api/households/${id}`)
export const showHouseholdMatters = (id: string) =>
  fetchJson<HouseholdMatters>(`/api/households/${id}/matters`)
export const showVillage = (id: string) => fetchJson<VillagePage>(`/api/villages/${id}`)

export const foundHousehold = (body: Static<typeof contract.NewHousehold>) =>
  fetchJson<Done>('/api/households', { body })
export const changeHousehold = (id: string, body: Static<typeof contract.HouseholdEdit>) =>
  fetchJson<{ id: string }>(`/api/households/${id}`, { method: 'PATCH', body })
export const recordArrival = (id: string, body: Arrival) =>
  fetchJson<Done>(`/api/households/${id}/arrivals`, { body })
export const recordLeaving = (id: string, body: Leaving) =>
  fetchJson<Done>(`/api/households/${id}/leavings`, { body })
export const recordAbsence = (id: string, body: Absence) =>
  fetchJson<Done>(`/api/households/${id}/absences`, { body })
export const recordReturn = (id: string, body: Static<typeof contract.Return>) =>
  fetchJson<Done>(`/api/households/${id}/returns`, { body })
export const endHousehold = (id: string, body: Static<typeof contract.HouseholdEnding>) =>
  fetchJson<Done>(`/api/households/${id}/end`, { body })
export const previewSplit = (id: string, body: SplitPlan) =>
  fetchJson<HouseholdPreview>(`/api/households/${id}/split-preview`, { body })
export const splitHousehold = (id: string, body: SplitPlan) =>
  fetchJson<Done>(`/api/households/${id}/splits`, { body })
export const previewMerger = (id: string, body: MergePlan) =>
  fetchJson<HouseholdPreview>(`/api/households/${id}/merge-preview`, { body })
export const mergeHouseholds = (id: string, body: MergePlan) =>
  fetchJson<Done>(`/api/households/${id}/mergers`, { body })
export const undoHouseholdChange = (changeId: string) =>
  fetchJson<{ id: string }>(`/api/household-changes/${changeId}/undo`, { method: 'POST' })
