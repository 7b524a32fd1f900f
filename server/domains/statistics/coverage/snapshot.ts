import { invalid } from '../../../platform/errors.ts'
import { addDays, endOfDay, stationDay } from '../../../platform/station-day.ts'

export type Snapshot = { day: string; snapshotAt: string }

const longestBack = 800

/** The day on which households are counted: today unless asked otherwise, not in the future and not long ago. */
export function snapshotOf(day: string | undefined, now: Date): Snapshot {
  const today = stationDay(now)
  const chosen = day ?? today
  if (chosen > today) throw invalid('统计的日期不能晚于今天。')
  if (chosen < addDays(today, -longestBack)) throw invalid('最多看两年多以前（800 天），请选近一点的日期。')
  return { day: chosen, snapshotAt: (chosen < today ? endOfDay(chosen) : now).toISOString() }
}
