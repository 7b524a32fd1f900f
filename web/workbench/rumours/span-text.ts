import { rumourText } from '../../ui/text/workbench/rumours.ts'

/** '40 分钟', '5 小时', '3 天': rough on purpose. */
export function spanText(minutes: number): string {
  if (minutes < 120) return rumourText.minutes(Math.max(0, Math.round(minutes)))
  if (minutes < 48 * 60) return rumourText.hours(Math.round(minutes / 60))
  return rumourText.days(Math.round(minutes / 1440))
}

export const minutesSince = (at: string, now = Date.now()) => (now - Date.parse(at)) / 60_000
