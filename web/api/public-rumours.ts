import type * as contract from '../../contract/public-rumours.ts'
import { fetchJson } from './fetch-json.ts'

export type { PublicRumour, PublicRumourDetail } from '../../contract/public-rumours.ts'

export const listPublicRumours = (stationCode: string) =>
  fetchJson<{ items: contract.PublicRumour[] }>('/api/public/rumours', { query: { stationCode } })
export const showPublicRumour = (stationCode: string, id: string) =>
  fetchJson<contract.PublicRumourDetail>(`/api/public/rumours/${id}`, { query: { stationCode } })
