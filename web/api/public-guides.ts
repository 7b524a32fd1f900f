import type { Static } from 'typebox'
import type * as contract from '../../contract/services.ts'
import { fetchJson } from './fetch-json.ts'

export type { Guide, GuideCategory, GuideSummary } from '../../contract/services.ts'
export type Material = Static<typeof contract.Material>

/** All that the station shows, or those that fit what somebody says, best first. */
export const listPublicGuides = (stationCode: string, text = '') =>
  fetchJson<contract.GuideList>('/api/public/guides', { query: { stationCode, text } })
export const showPublicGuide = (stationCode: string, slug: string) =>
  fetchJson<contract.Guide>(`/api/public/guides/${slug}`, { query: { stationCode } })
