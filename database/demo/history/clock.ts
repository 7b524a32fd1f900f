import { day, hour, minute, timeOfDay } from '../demo-time.ts'
import type { Random } from '../random.ts'

/** When somebody sits at the desk and reads messages. */
export const deskOpens = 7.5
export const deskCloses = 22.5

/** How often people write in each hour of the day. */
const hours = [1, 0.5, 0.3, 0.2, 0.2, 0.5, 2, 5, 8, 10, 10, 8, 6, 5, 6, 7, 8, 7, 7, 8, 9, 8, 5, 2].map(
  (weight, hourOfDay) => ({
    hourOfDay,
    weight,
  }),
)

export function momentOfAsking(dayStart: number, random: Random): number {
  return dayStart + random.weighted(hours).hourOfDay * hour + random.int(0, 3599) * 1000
}

/** The first answer by a person: minutes while somebody is at the desk, the next morning otherwise. */
export function momentOfAnswer(askedAt: number, urgent: boolean, random: Random): number {
  if (urgent) return askedAt + Math.max(1, random.around(3, 0.5)) * minute
  const [opens, closes] = [
    timeOfDay(askedAt, 0) + deskOpens * hour,
    timeOfDay(askedAt, 0) + deskCloses * hour,
  ]
  const delay = Math.min(300, Math.max(1, random.around(8, 1.1))) * minute
  if (askedAt >= opens && askedAt + delay < closes) return askedAt + delay
  const morning = askedAt < opens ? opens : opens + day
  return morning + Math.max(2, random.around(18, 0.7)) * minute
}

/** Nobody closes a matter in the middle of the night. */
export function inWorkingHours(at: number, random: Random): number {
  const morning = timeOfDay(at, 8, 30)
  if (at < morning) return morning + random.int(0, 90) * minute
  return at > timeOfDay(at, 21) ? morning + day + random.int(0, 90) * minute : at
}

/** The hours people promise by. */
const promiseHours = [10, 12, 15, 17.5]

/** The next moment by which somebody would promise something: "by noon", "before five thirty". */
export function promiseAfter(at: number): number {
  const dayStart = timeOfDay(at, 0)
  const found = promiseHours.map((hours) => dayStart + hours * hour).find((each) => each >= at)
  return found ?? dayStart + day + promiseHours[0]! * hour
}

/** The last such moment before. */
export function promiseBefore(at: number): number {
  const dayStart = timeOfDay(at, 0)
  const found = promiseHours.map((hours) => dayStart + hours * hour).findLast((each) => each <= at)
  return found ?? dayStart - day + promiseHours.at(-1)! * hour
}
