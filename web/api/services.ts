import type { Static } from 'typebox'
import type * as contract from '../../contract/services.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  ConditionWhen,
  Guide,
  GuideCategory,
  GuideChange,
  GuideQuestion,
  GuideRereads,
  GuideSummary,
  GuideVersions,
  When,
} from '../../contract/services.ts'
export type Material = Static<typeof contract.Material>

export const listGuides = (query: contract.GuideQuery = {}) =>
  fetchJson<{ items: contract.GuideSummary[] }>('/api/guides', { query })
export const showGuide = (slug: string) => fetchJson<contract.Guide>(`/api/guides/${slug}`)
export const changeGuide = (id: string, body: contract.GuideChange) =>
  fetchJson<contract.Guide>(`/api/guides/${id}`, { method: 'PATCH', body })
export const createGuide = (body: contract.NewGuide) =>
  fetchJson<{ id: string; slug: string }>('/api/guides', { body })
export const listVersions = (id: string) => fetchJson<contract.GuideVersions>(`/api/guides/${id}/versions`)
export const listRereads = () => fetchJson<contract.GuideRereads>('/api/guide-rereads')
export const rereadGuide = (id: string, body: contract.RereadBody) =>
  fetchJson<{ version: number }>(`/api/guides/${id}/rereads`, { body })
