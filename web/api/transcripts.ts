import type { Transcript } from '../../contract/transcripts.ts'
import { fetchJson } from './fetch-json.ts'

export type { Transcript }

export const askForTranscript = (conversationId: string, messageId: string, fileId: string) =>
  fetchJson(`/api/conversations/${conversationId}/transcripts`, { body: { messageId, fileId } })
/** Without words what the machine heard is struck. */
export const correctTranscript = (id: string, words: string | null) =>
  fetchJson(`/api/transcripts/${id}/corrections`, { body: { words } })
