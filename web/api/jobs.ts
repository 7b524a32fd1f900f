import type { Static } from 'typebox'
import type * as contract from '../../contract/jobs.ts'
import { fetchJson } from './fetch-json.ts'

export type DeadLetter = Static<typeof contract.DeadLetter>

export const listDeadLetters = () => fetchJson<Static<typeof contract.DeadLetters>>('/api/jobs/dead-letters')
export const replayDeadLetter = (id: string) =>
  fetchJson(`/api/jobs/dead-letters/${id}/replay`, { method: 'POST' })
