import type * as contract from '../../contract/groups.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type GroupRow = contract.GroupRow
export type GroupPage = contract.GroupPage
export type ChatGroup = contract.ChatGroup
export type GroupAttendance = contract.GroupAttendance
export type GroupDoor = contract.GroupDoor

export const listGroups = (query: contract.GroupQuery, signal?: AbortSignal) =>
  fetchJson<GroupPage>('/api/chat-groups', { query, signal })
export const showGroup = (id: string) => fetchJson<ChatGroup>(`/api/chat-groups/${id}`)
export const placeGroup = (id: string, villageId: string | null) =>
  fetchJson(`/api/chat-groups/${id}/village`, { body: { villageId } })
export const readAttendance = () => fetchJson<GroupAttendance>('/api/chat-group-attendance')
export const listGroupDoors = () => fetchJson<{ items: GroupDoor[] }>('/api/chat-group-doors')
export const makeGroupDoor = (body: contract.NewGroupDoor) =>
  fetchJson<{ id: string; qrUrl: string }>('/api/chat-group-doors', { body })
export const askGroupDoorAgain = (id: string) =>
  fetchJson<{ id: string; qrUrl: string }>(`/api/chat-group-doors/${id}/retries`, { method: 'POST' })

/** The table as a file to save. Needs a step-up. */
export async function exportAttendance(): Promise<Blob> {
  const answer = await fetchAnswer('/api/chat-group-attendance/exports', {
    method: 'POST',
    headers: { accept: 'text/csv' },
  })
  return answer.blob()
}
