import type { Static } from 'typebox'
import type * as contract from '../../contract/statistics.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type { FigureKey } from '../../contract/statistics.ts'
export type Figure = Static<typeof contract.Figure>
export type FigurePart = Static<typeof contract.FigurePart>
export type Comparison = Static<typeof contract.Comparison>
export type StatisticsPage = Static<typeof contract.StatisticsPage>
export type FigureRows = Static<typeof contract.FigureRows>
export type FigureRow = Static<typeof contract.FigureRow>
export type StatisticsQuery = Static<typeof contract.StatisticsQuery>
export type FigureRowsQuery = Static<typeof contract.FigureRowsQuery>
export type StationHome = Static<typeof contract.StationHome>

export const readHome = () => fetchJson<StationHome>('/api/station-home')
export const readStatistics = (query: StatisticsQuery) =>
  fetchJson<StatisticsPage>('/api/statistics', { query })
export const listFigureRows = (key: contract.FigureKey, query: FigureRowsQuery) =>
  fetchJson<FigureRows>(`/api/statistics/${key}/rows`, { query })

/** The rows as a file to save. Needs a step-up. */
export async function exportRows(
  body: Static<typeof contract.NewExport>,
): Promise<{ blob: Blob; name: string }> {
  const answer = await fetchAnswer('/api/exports', { body, headers: { accept: 'text/csv' } })
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return { blob: await answer.blob(), name: named ? decodeURIComponent(named) : `${body.figure}.csv` }
}
