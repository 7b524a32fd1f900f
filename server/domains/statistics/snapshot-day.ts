import { stationDay } from '../../platform/station-day.ts'
import type { Period } from './periods.ts'

/** The day on which a state is read: the period's last day, or today while that is still to come. */
export function snapshotDay(period: Period): string {
  return period.complete ? period.to : stationDay(period.now)
}

/** The moment up to which that day is known. */
export function snapshotMoment(period: Period): Date {
  return period.complete ? period.end : period.now
}
