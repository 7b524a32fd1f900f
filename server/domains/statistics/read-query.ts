import type { StatisticsQuery } from '../../../contract/statistics.ts'
import { invalid } from '../../platform/errors.ts'
import type { Filter } from './figure.ts'
import { lastFullMonth, makePeriod, monthPeriod, type Period } from './periods.ts'

const longestDays = 800

/** The period and filter a request asks for; without any period, the last full month. Throws `invalid`. */
export function readQuery(query: StatisticsQuery, now: Date): { period: Period; filter: Filter } {
  return {
    period: periodOf(query, now),
    filter: { village: query.village ?? null, channel: query.channel ?? null },
  }
}

function periodOf({ month, from, to }: StatisticsQuery, now: Date): Period {
  if (month) {
    if (from || to) throw invalid('月份和起止日期只能选一种。')
    return monthPeriod(month, now)
  }
  if (!from && !to) return monthPeriod(lastFullMonth(now), now)
  if (!from || !to) throw invalid('请同时选开始和结束的日期。')
  if (to < from) throw invalid('结束的日期不能早于开始的日期。')
  const period = makePeriod(from, to, now)
  if (period.end.getTime() - period.start.getTime() > longestDays * 86_400_000) {
    throw invalid('一次最多看两年多一点（800 天），请缩短起止日期。')
  }
  return period
}
