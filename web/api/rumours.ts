import type * as contract from '../../contract/rumours.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  ConversationRumours,
  GroupRumours,
  NewEvidence,
  NewRumour,
  NewRumourMove,
  NewRumourReply,
  Rumour,
  RumourConversation,
  RumourDetail,
  RumourGroup,
  RumourReply,
} from '../../contract/rumours.ts'

export const listRumours = (query: contract.RumourQuery, signal?: AbortSignal) =>
  fetchJson<contract.RumourPage>('/api/rumours', { query, signal })
export const readRumourFigures = () => fetchJson<contract.RumourFigures>('/api/rumour-figures')
export const showRumour = (id: string) => fetchJson<contract.RumourDetail>(`/api/rumours/${id}`)
export const recordRumour = (body: contract.NewRumour) => fetchJson<{ id: string }>('/api/rumours', { body })
export const moveRumour = (id: string, body: contract.NewRumourMove) =>
  fetchJson(`/api/rumours/${id}/moves`, { body })
export const addEvidence = (id: string, body: contract.NewEvidence) =>
  fetchJson(`/api/rumours/${id}/evidence`, { body })
export const withdrawEvidence = (id: string, evidenceId: string) =>
  fetchJson(`/api/rumours/${id}/evidence/${evidenceId}`, { method: 'DELETE' })
export const lookAtEvidence = (id: string, evidenceIds: string[]) =>
  fetchJson(`/api/rumours/${id}/evidence-looks`, { body: { evidenceIds } })
export const draftReply = (id: string, body: contract.NewRumourReply) =>
  fetchJson<{ version: number }>(`/api/rumours/${id}/replies`, { body })
export const approveReply = (id: string, body: { version: number; doubtsSeen: boolean }) =>
  fetchJson(`/api/rumours/${id}/approvals`, { body })
export const markGroupAsking = (id: string, groupId: string) =>
  fetchJson(`/api/rumours/${id}/groups`, { body: { groupId } })
export const markGroupAnswered = (id: string, groupId: string, version: number) =>
  fetchJson(`/api/rumours/${id}/groups/${groupId}/answers`, { body: { version } })
/** Told again until it is taken, under the key it was sent with. */
export const recordGroupAnswer = (sent: {
  rumourId: string
  groupId: string
  version: number
  clientKey: string
}) =>
  fetchJson(`/api/rumours/${sent.rumourId}/groups/${sent.groupId}/answers`, {
    body: { version: sent.version, sent: true },
    idempotencyKey: sent.clientKey,
  })
export const takeBackGroup = (id: string, groupId: string) =>
  fetchJson(`/api/rumours/${id}/groups/${groupId}`, { method: 'DELETE' })
export const tieConversation = (id: string, conversationId: string) =>
  fetchJson(`/api/rumours/${id}/conversations`, { body: { conversationId } })
export const untieConversation = (id: string, conversationId: string) =>
  fetchJson(`/api/rumours/${id}/conversations/${conversationId}`, { method: 'DELETE' })
export const takeReply = (id: string, conversationId: string, version: number) =>
  fetchJson(`/api/rumours/${id}/conversations/${conversationId}/replies`, { body: { version } })
export const listForConversation = (conversationId: string) =>
  fetchJson<contract.ConversationRumours>(`/api/conversations/${conversationId}/rumours`)
export const listForGroup = (groupId: string) =>
  fetchJson<contract.GroupRumours>(`/api/chat-groups/${groupId}/rumours`)
