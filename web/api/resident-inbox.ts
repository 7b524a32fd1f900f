import type { Static } from 'typebox'
import type * as contract from '../../contract/inbox.ts'
import { fetchJson } from './fetch-json.ts'

export type { Message, Receipt, ResidentConversation, ResidentMessage } from '../../contract/inbox.ts'
export type ResidentConversationItem = Static<typeof contract.ResidentConversationItem>
export type FileRef = Static<typeof contract.FileRef>
export type RatingBody = Static<typeof contract.RatingBody>

export const sendMessage = (body: contract.ResidentMessage) =>
  fetchJson<contract.Receipt>('/api/resident/messages', { body })
export const listOwnConversations = () => fetchJson<ResidentConversationItem[]>('/api/resident/conversations')
export const showOwnConversation = (id: string) =>
  fetchJson<contract.ResidentConversation>(`/api/resident/conversations/${id}`)
export const rateConversation = (id: string, body: RatingBody) =>
  fetchJson<{ reopened: boolean }>(`/api/resident/conversations/${id}/rating`, { body })
