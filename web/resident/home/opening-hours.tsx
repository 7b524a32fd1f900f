import { readOpeningHours } from '../../api/resident-appointments.ts'
import { currentCode } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { homeText } from '../text/home.ts'

/** When the counter is open; days with the same hours stand on one line. Says nothing until it knows. */
export function OpeningHours() {
  const { data: value } = useLoaded('opening-hours', () => readOpeningHours(currentCode()))
  if (!value || value.spans.length === 0) return null
  const hoursOf = new Map<number, string[]>()
  for (const { weekday, opens, closes } of value.spans) {
    hoursOf.set(weekday, [...(hoursOf.get(weekday) ?? []), `${opens.slice(0, 5)}–${closes.slice(0, 5)}`])
  }
  const lines = new Map<string, number[]>()
  for (const [weekday, hours] of [...hoursOf].sort(([a], [b]) => a - b)) {
    const text = hours.sort().join('，')
    lines.set(text, [...(lines.get(text) ?? []), weekday])
  }
  return (
    <p>
      {homeText.hours}：
      {[...lines].map(([hours, weekdays]) => (
        <span key={hours} className="line">
          {nameDays(weekdays)} {hours}
        </span>
      ))}
      <span className="soft">{homeText.hoursNote}</span>
    </p>
  )
}

/** 1,2,3,4,5 → 周一至周五 as a range when they follow each other. */
function nameDays(weekdays: number[]): string {
  const names = weekdays.map((weekday) => homeText.weekday(weekday))
  const inRow = weekdays.every((weekday, index) => weekday === weekdays[0]! + index)
  return inRow && names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join('、')
}
