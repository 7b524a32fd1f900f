import { startOfDay } from '../../../server/platform/station-day.ts'
import { day, dayAt, hour, minute } from '../demo-time.ts'
import type { Random } from '../random.ts'

/** Opening hours of the demo's counter; weekends have a morning. */
export const demoHours = [
  ...[1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '08:30', closes: '12:00' },
    { weekday, opens: '14:00', closes: '17:30' },
  ]),
  { weekday: 6, opens: '09:00', closes: '11:30' },
  { weekday: 7, opens: '09:00', closes: '11:30' },
]

const counters = 2
// On the hour grid a time fits every guide, whether it takes 10, 15, 20 or 30 minutes.
const weekdayTimes = [8.5, 9.5, 10.5, 11.5, 14, 15, 16, 17]
const weekendTimes = [9, 10]

export type Slot = { startsAt: number; endsAt: number; counter: number }
export type VisitBook = {
  /** A free time some days after a moment; null when the counter is closed or full all that while. */
  take: (after: number, earliest: number, latest: number, minutes: number) => Slot | null
  /** The times of one day that are still free, in order. */
  freeOn: (dayStart: number, minutes: number) => Slot[]
  keep: (slot: Slot) => void
}

/** Who sits at which counter when. `closedDays` are the public holidays. */
export function createVisitBook(closedDays: ReadonlySet<string>, random: Random): VisitBook {
  const taken = new Set<string>()
  const key = (slot: Slot) => `${slot.startsAt} ${slot.counter}`

  function freeOn(dayStart: number, minutes: number): Slot[] {
    const today = dayAt(dayStart)
    if (closedDays.has(today)) return []
    const weekend = [0, 6].includes(new Date(`${today}T12:00:00Z`).getUTCDay())
    return (weekend ? weekendTimes : weekdayTimes)
      .flatMap((time) =>
        Array.from({ length: counters }, (_, counter) => {
          const startsAt = startOfDay(today).getTime() + time * hour
          return { startsAt, endsAt: startsAt + minutes * minute, counter }
        }),
      )
      .filter((slot) => !taken.has(key(slot)))
  }

  return {
    freeOn,
    keep: (slot) => void taken.add(key(slot)),
    take(after, earliest, latest, minutes) {
      for (let days = earliest; days <= latest; days++) {
        const free = freeOn(startOfDay(dayAt(after)).getTime() + days * day, minutes).filter(
          (slot) => slot.startsAt > after + hour,
        )
        if (free.length === 0) continue
        const slot = random.pick(free)
        taken.add(key(slot))
        return slot
      }
      return null
    },
  }
}
