import type * as contract from '../../contract/cap.ts'
import type { CapExport } from '../../contract/cap-export.ts'
import type * as grades from '../../contract/cap-grades.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type { CapDetail, CapDoor, CapInfo, CapLine } from '../../contract/cap.ts'
export type { CapGrades, CapGradesState } from '../../contract/cap-grades.ts'

export const listAlerts = (query: contract.CapQuery, signal?: AbortSignal) =>
  fetchJson<contract.CapPage>('/api/cap-alerts', { query, signal })
export const putAlert = (body: contract.NewCapAlert) =>
  fetchJson<contract.CapReceipt>('/api/cap-alerts', { body })
export const showAlert = (id: string) => fetchJson<contract.CapDetail>(`/api/cap-alerts/${id}`)
export const passAlertOn = (id: string, body: contract.CapPassing) =>
  fetchJson<{ id: string }>(`/api/cap-alerts/${id}/broadcasts`, { body })
export const readAlertFile = async (id: string) => (await fetchAnswer(`/api/cap-alerts/${id}/file`)).blob()
export const exportCap = async (broadcastId: string, body: CapExport) =>
  (await fetchAnswer(`/api/broadcasts/${broadcastId}/cap-exports`, { body })).blob()
export const readGrades = () => fetchJson<grades.CapGradesState>('/api/cap-grades')
export const changeGrades = (body: grades.CapGradesBody) =>
  fetchJson<grades.CapGradesState>('/api/cap-grades', { method: 'PUT', body })
export const readDoor = () => fetchJson<contract.CapDoor>('/api/cap-door')
export const openDoor = () => fetchJson<contract.CapSecret>('/api/cap-door', { method: 'POST' })
export const closeDoor = () => fetchJson<contract.CapDoor>('/api/cap-door', { method: 'DELETE' })
