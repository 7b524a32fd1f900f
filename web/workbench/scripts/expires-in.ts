import { stationDay } from '../../ui/time.ts'

/** Days until the last day on which it may be sent; negative when that is past. */
export function expiresIn(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(stationDay())) / 86_400_000)
}
