import type { Transcript } from '../../contract/transcripts.ts'
import { fetchJson } from './fetch-json.ts'

export type { Transcript }

/** Without words what the machine heard is struck. */
export const correctTranscript = (id: string, words: string | null) =>
  fetchJson(`/api/transcripts/${id}/corrections`, { body: { words } })
