import type { Channel } from '../../../contract/vocabulary.ts'
import type { StatisticsQuery } from '../../api/statistics.ts'
import { useFilters } from '../ui/use-filters.ts'

/** The period and the narrowing, as the address says; nothing said is the last full month. */
export function usePeriod(): StatisticsQuery {
  const { get } = useFilters()
  const from = get('from')
  const to = get('to')
  const common = { village: get('village'), channel: get('channel') as Channel | undefined }
  if (from && to) return { from, to, ...common }
  return { month: get('month') ?? lastMonth(), ...common }
}

/** '2026-04' while it is May at the station. */
function lastMonth(): string {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
}
