import type { BroadcastUrgency } from '../../../contract/vocabulary.ts'
import { addDays, startOfDay, stationDay } from '../../platform/station-day.ts'

/** Times of day, 'HH:MM' where the station is. The same twice: no quiet hours. */
export type QuietHours = { from: string; until: string }

export function quietHoursOf(settings: Record<string, unknown>): QuietHours {
  return {
    from: String(settings['quietFrom'] ?? '21:00'),
    until: String(settings['quietUntil'] ?? '07:00'),
  }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const atMinutes = (day: string, minutes: number) => new Date(startOfDay(day).getTime() + minutes * 60_000)

/** The moment itself, or the end of the quiet hours it falls into. */
export function afterQuiet(at: Date, quiet: QuietHours): Date {
  const [from, until] = [minutesOf(quiet.from), minutesOf(quiet.until)]
  if (from === until) return at
  const day = stationDay(at)
  const minutes = Math.floor((at.getTime() - startOfDay(day).getTime()) / 60_000)
  const overnight = from > until
  const within = overnight ? minutes >= from || minutes < until : minutes >= from && minutes < until
  if (!within) return at
  return atMinutes(overnight && minutes >= from ? addDays(day, 1) : day, until)
}

export type Planned = { urgency: BroadcastUrgency; sendAt: Date | null; approvedAt: Date }

/** When an approved broadcast starts, seen from now: not before it is approved, not in quiet hours unless it is an emergency. */
export function startsAt(planned: Planned, quiet: QuietHours, now: Date): Date {
  const base = new Date(Math.max(slotOf(planned).getTime(), now.getTime()))
  return planned.urgency === 'emergency' ? base : afterQuiet(base, quiet)
}

export const isDue = (planned: Planned, quiet: QuietHours, now: Date) =>
  startsAt(planned, quiet, now).getTime() <= now.getTime()

const mostLate = 6 * 3_600_000

/**
 * The server was away, or its clock jumped: what should have gone out so long ago may be wrong by now ("tonight heavy
 * rain"). It does not go out by itself any more.
 */
export function isMissed(planned: Planned, quiet: QuietHours, now: Date): boolean {
  const slot = slotOf(planned)
  const due = planned.urgency === 'emergency' ? slot : afterQuiet(slot, quiet)
  return now.getTime() - due.getTime() > mostLate
}

const slotOf = ({ sendAt, approvedAt }: Planned) =>
  new Date(Math.max(sendAt?.getTime() ?? 0, approvedAt.getTime()))
