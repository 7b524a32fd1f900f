import type * as contract from '../../contract/weekly-report.ts'
import { fetchAnswer, fetchJson } from './fetch-json.ts'

export type WeeklyReport = contract.WeeklyReport

export const readWeeklyReport = (week: string) =>
  fetchJson<WeeklyReport>('/api/weekly-report', { query: { week } })

/** The report as a file to save. Needs a step-up. */
export async function exportWeeklyReport(week: string): Promise<Blob> {
  const answer = await fetchAnswer('/api/weekly-report/exports', {
    body: { week },
    headers: { accept: 'text/csv' },
  })
  return answer.blob()
}
