import type * as contract from '../../contract/coverage.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type {
  Coverage,
  CoverageRowsQuery,
  CoverageTrend,
  CoverageVillage,
  DoorRoundItem,
  HouseholdCounts,
} from '../../contract/coverage.ts'

export const readCoverage = (day?: string) =>
  fetchJson<contract.Coverage>('/api/coverage', { query: { day } })
export const readCoverageGroups = (villageId: string, day?: string) =>
  fetchJson<contract.CoverageGroups>('/api/coverage/groups', { query: { villageId, day } })
export const readCoverageTrend = (villageId?: string, day?: string) =>
  fetchJson<contract.CoverageTrend>('/api/coverage/trend', { query: { villageId, day } })
export const listCoverageHouseholds = (query: contract.CoverageRowsQuery) =>
  fetchJson<contract.CoverageRows>('/api/coverage/households', { query })
export const listDoorRound = (query: contract.DoorRoundQuery) =>
  fetchJson<contract.DoorRound>('/api/door-round', { query })
/** The key is made where the tick is made, so that a phone may send it as often as it likes. */
export const recordDoorVisit = (id: string, body: contract.NewDoorVisit, idempotencyKey: string) =>
  fetchJson<{ visitId: string }>(`/api/households/${id}/door-visits`, { body, idempotencyKey })

/** The table as a file. Needs a step-up. */
export async function exportCoverage(body: contract.CoverageExport): Promise<Blob> {
  const answer = await fetchAnswer('/api/coverage-exports', { body, headers: { accept: '*/*' } })
  return answer.blob()
}
