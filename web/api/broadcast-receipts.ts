import type * as contract from '../../contract/broadcast-receipts.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type {
  BroadcastReceipts,
  ChannelReceipts,
  OfficerReceipt,
  TargetQuery,
} from '../../contract/broadcast-receipts.ts'

export const readReceipts = (id: string) =>
  fetchJson<contract.BroadcastReceipts>(`/api/broadcasts/${id}/receipts`)
export async function exportReceipts(id: string): Promise<Blob> {
  const answer = await fetchAnswer(`/api/broadcasts/${id}/receipt-exports`, {
    body: {},
    headers: { accept: '*/*' },
  })
  return answer.blob()
}
export const listTargets = (id: string, query: contract.TargetQuery) =>
  fetchJson<contract.TargetPage>(`/api/broadcasts/${id}/targets`, { query })
export const listReplies = (id: string) =>
  fetchJson<contract.BroadcastReplies>(`/api/broadcasts/${id}/replies`)
export const remindOfficer = (id: string, taskId: string) =>
  fetchJson(`/api/broadcasts/${id}/tasks/${taskId}/reminders`, { body: {} })
export const listBroadcastsOf = (conversationId: string) =>
  fetchJson<contract.ConversationBroadcasts>(`/api/conversations/${conversationId}/broadcasts`)
