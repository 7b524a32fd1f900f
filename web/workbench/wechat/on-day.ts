import { dayText, stationDay } from '../../ui/time.ts'

/** The day of a moment, as the station counts days. */
export const onDay = (at: string): string => dayText(stationDay(at))
