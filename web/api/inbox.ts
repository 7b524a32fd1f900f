import type { Static } from 'typebox'
import type { Capture } from '../../contract/capture.ts'
import type { Explanation } from '../../contract/explanation.ts'
import type { FileRef as FileRefSchema } from '../../contract/files.ts'
import type * as contract from '../../contract/inbox.ts'
import type * as handling from '../../contract/inbox-handling.ts'
import type { MentionItem as MentionItemSchema } from '../../contract/inbox-search.ts'
import type * as scripts from '../../contract/sendable-scripts.ts'
import { fetchJson } from './fetch-json.ts'

export type { Explanation } from '../../contract/explanation.ts'
export type {
  ConversationItem,
  Message,
  Reading,
  Receipt,
  Reply,
} from '../../contract/inbox.ts'
export type Conversation = contract.Conversation
export type FileRef = Static<typeof FileRefSchema>
export type ConversationPage = Static<typeof contract.ConversationPage>
export type InboxCounts = Static<typeof contract.InboxCounts>
export type ScriptSuggestion = Static<typeof scripts.ScriptSuggestion>
export type FilledScript = Static<typeof scripts.FilledScript>
export type FilledScriptPage = Static<typeof scripts.FilledScriptPage>
export type MentionItem = Static<typeof MentionItemSchema>
export type { Capture } from '../../contract/capture.ts'
export type DraftBody = Static<typeof contract.DraftBody>
export type NoteBody = Static<typeof contract.NoteBody>
export type { ClosureBody, CorrectionBody } from '../../contract/inbox-handling.ts'
export type MessagePage = Static<typeof contract.MessagePage>

const at = (id: string) => `/api/conversations/${id}`

export const listConversations = (query: contract.ConversationQuery, signal?: AbortSignal) =>
  fetchJson<ConversationPage>('/api/conversations', { query, signal })

export const countConversations = () => fetchJson<InboxCounts>('/api/conversation-counts')

export const showConversation = (id: string, signal?: AbortSignal) =>
  fetchJson<Conversation>(at(id), { signal })

export const readOlderMessages = (id: string, before: string) =>
  fetchJson<MessagePage>(`${at(id)}/messages`, { query: { before } })

export const explainConversation = (id: string) => fetchJson<Explanation>(`${at(id)}/explanation`)
export const suggestScripts = (id: string) => fetchJson<ScriptSuggestion[]>(`${at(id)}/script-suggestions`)

export const listSendable = (id: string, query: scripts.SendableQuery, signal?: AbortSignal) =>
  fetchJson<FilledScriptPage>(`${at(id)}/scripts`, { query, signal })

export const sendReply = (id: string, body: contract.Reply) =>
  fetchJson<{ messageId: string }>(`${at(id)}/messages`, { body })

export const writeNote = (id: string, body: NoteBody) =>
  fetchJson<{ messageId: string }>(`${at(id)}/notes`, { body })

export const saveDraft = (id: string, body: DraftBody) =>
  fetchJson<{ savedAt: string }>(`${at(id)}/draft`, { method: 'PUT', body })

export const tellTyping = (id: string) => fetchJson(`${at(id)}/typing`, { method: 'POST' })

/** `expected`: who has it on the giver's screen; when somebody was quicker, it is refused. */
export const assignConversation = (
  id: string,
  body: { officerId: string | null; reason: string; expected: string | null },
) => fetchJson(`${at(id)}/assignment`, { body })

export const correctTriage = (id: string, body: handling.CorrectionBody) =>
  fetchJson(`${at(id)}/triage-corrections`, { body })

export const closeConversation = (id: string, body: handling.ClosureBody) =>
  fetchJson<{ closureId: string }>(`${at(id)}/closure`, { body })

export const finishPhoneTask = (id: string, taskId: string) =>
  fetchJson(`${at(id)}/phone-tasks/${taskId}/done`, { method: 'POST' })

export const reopenConversation = (id: string, reason: string) =>
  fetchJson(`${at(id)}/reopening`, { body: { reason } })

export const captureMessage = (body: Capture) => fetchJson<contract.Receipt>('/api/captures', { body })

export const listMentions = () => fetchJson<MentionItem[]>('/api/mentions')

export const seeMention = (messageId: string) =>
  fetchJson(`/api/mentions/${messageId}/seen`, { method: 'POST' })
