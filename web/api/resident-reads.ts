import type * as contract from '../../contract/residents.ts'
import { fetchJson } from './fetch-json.ts'

export type { OwnReads, ReadSubject } from '../../contract/residents.ts'

/** Who looked at her matters, newest first; `after` is the `next` of the page before. */
export const listOwnReads = (after?: string) =>
  fetchJson<contract.OwnReads>('/api/resident/reads', { query: { after } })
