import type { EverythingQuery, SearchResult } from '../../contract/search.ts'
import { fetchJson } from './fetch-json.ts'

export type { SearchGroup, SearchHit } from '../../contract/search.ts'

export const searchEverything = (query: EverythingQuery, signal?: AbortSignal) =>
  fetchJson<SearchResult>('/api/search', { query, ...(signal ? { signal } : {}) })
