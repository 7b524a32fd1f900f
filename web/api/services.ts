import type { Static } from 'typebox'
import type * as contract from '../../contract/services.ts'
import { fetchJson } from './fetch-json.ts'

export type { Guide, GuideCategory, GuideChange, GuideSummary } from '../../contract/services.ts'
export type Material = Static<typeof contract.Material>

export const listGuides = (query: contract.GuideQuery = {}) =>
  fetchJson<{ items: contract.GuideSummary[] }>('/api/guides', { query })
export const showGuide = (slug: string) => fetchJson<contract.Guide>(`/api/guides/${slug}`)
export const changeGuide = (id: string, body: contract.GuideChange) =>
  fetchJson<contract.Guide>(`/api/guides/${id}`, { method: 'PATCH', body })
