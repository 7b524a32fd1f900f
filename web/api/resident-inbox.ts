import type { Static } from 'typebox'
import type { FileRef as FileRefSchema } from '../../contract/files.ts'
import type { MessagePage as MessagePageSchema, Receipt } from '../../contract/inbox.ts'
import type * as contract from '../../contract/resident-inbox.ts'
import { fetchJson } from './fetch-json.ts'

export type { Message, Receipt } from '../../contract/inbox.ts'
export type { ResidentConversation, ResidentMessage } from '../../contract/resident-inbox.ts'
export type ResidentConversationItem = Static<typeof contract.ResidentConversationItem>
export type FileRef = Static<typeof FileRefSchema>
export type MessagePage = Static<typeof MessagePageSchema>
export type RatingBody = Static<typeof contract.RatingBody>

/** Whom to call instead of looking for a guide; nothing is kept. `text`: at most 60 characters. */
export const lookFirst = (text: string) =>
  fetchJson<contract.FirstLook>('/api/public/first-looks', { query: { text } })
export const sendMessage = (body: contract.ResidentMessage) =>
  fetchJson<Receipt>('/api/resident/messages', { body })
export const listOwnConversations = () => fetchJson<ResidentConversationItem[]>('/api/resident/conversations')
export const showOwnConversation = (id: string) =>
  fetchJson<contract.ResidentConversation>(`/api/resident/conversations/${id}`)
export const readOlderMessages = (id: string, before: string) =>
  fetchJson<MessagePage>(`/api/resident/conversations/${id}/messages`, { query: { before } })
export const rateConversation = (id: string, body: RatingBody) =>
  fetchJson<{ reopened: boolean }>(`/api/resident/conversations/${id}/rating`, { body })
