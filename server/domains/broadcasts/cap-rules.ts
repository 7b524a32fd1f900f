import type { BroadcastCap } from '../../../contract/vocabulary.ts'
import { addDays, startOfDay, stationDay, weekdayOf } from '../../platform/station-day.ts'

/**
 * What WeCom lets one contact or group get of mass messages, and since when it counts: as many as the month has days in a
 * month, 7 in a week, or 1 in a day, as the corporation has chosen (vendor's page 92135).
 */
export function capPeriod(cap: BroadcastCap, now: Date): { most: number; since: Date } {
  const day = stationDay(now)
  if (cap === 'day') return { most: 1, since: startOfDay(day) }
  if (cap === 'week') return { most: 7, since: startOfDay(addDays(day, 1 - weekdayOf(day))) }
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return { most: new Date(Date.UTC(year, month, 0)).getUTCDate(), since: startOfDay(`${day.slice(0, 7)}-01`) }
}

export function capOf(settings: Record<string, unknown>): BroadcastCap {
  const cap = settings['broadcastCap']
  return cap === 'week' || cap === 'day' ? cap : 'month'
}
