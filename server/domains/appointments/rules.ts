import type { AppointmentStatus } from '../../../contract/vocabulary.ts'
import { addDays, endOfDay, startOfDay, stationDay, weekdayOf } from '../../platform/station-day.ts'
import { isWorkingDay } from '../../platform/working-days.ts'

export type Span = { weekday: number; opens: string; closes: string }
export type DayRule = {
  kind: 'off' | 'workday' | 'closed'
  name: string
  official: boolean
  /** The make-up workday that a closure stands on; null or missing on a plain day of the week. */
  makeUpName?: string | null
}
/** The weekly hours, and the days that differ from them. Clock times are 'HH:MM' at the station. */
export type OpeningCalendar = { spans: readonly Span[]; days: ReadonlyMap<string, DayRule> }
export type Stretch = { startsAt: Date; endsAt: Date }

const minute = 60_000
const hour = 60 * minute

/** Residents book at least this long ahead, and at most this many days; officers up to the moment it begins. */
export const residentLeadMinutes = 30
export const daysAhead = 30
/** How long after its beginning somebody counts as not having come. */
export const absentAfterMinutes = 15

/** Does a limit in working days count the day? The station's own closure does not stop the law's clock. */
export function countsAsWorking(calendar: OpeningCalendar, day: string): boolean {
  const rule = calendar.days.get(day)
  if (!rule || (rule.kind === 'closed' && !rule.makeUpName)) return isWorkingDay(new Map(), day)
  return rule.kind !== 'off'
}

/**
 * When the counter is open on a day, in order. Two stretches leave a lunch break. A make-up workday without hours of
 * its own keeps Monday's.
 */
export function openStretches(calendar: OpeningCalendar, day: string): Stretch[] {
  const kind = calendar.days.get(day)?.kind
  if (kind === 'off' || kind === 'closed') return []
  const ofWeekday = (weekday: number) => calendar.spans.filter((span) => span.weekday === weekday)
  const own = ofWeekday(weekdayOf(day))
  const spans = own.length > 0 || kind !== 'workday' ? own : ofWeekday(1)
  return spans
    .map(({ opens, closes }) => ({ startsAt: momentOf(day, opens), endsAt: momentOf(day, closes) }))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** A clock time of a day where the station is. */
export function momentOf(day: string, clock: string): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return new Date(startOfDay(day).getTime() + hours * hour + minutes * minute)
}

/** The times of a day at which somebody can be received for so many minutes; none crosses a break or the closing. */
export function slotsOfDay(calendar: OpeningCalendar, day: string, minutes: number): Stretch[] {
  return openStretches(calendar, day).flatMap(({ startsAt, endsAt }) => {
    const count = Math.floor((endsAt.getTime() - startsAt.getTime()) / (minutes * minute))
    return Array.from({ length: Math.max(0, count) }, (_, i) => ({
      startsAt: new Date(startsAt.getTime() + i * minutes * minute),
      endsAt: new Date(startsAt.getTime() + (i + 1) * minutes * minute),
    }))
  })
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** The times that are given out at `now`: from so many minutes ahead to the end of the last day in reach. */
export function reachOf(now: Date, leadMinutes: number): Stretch {
  return {
    startsAt: new Date(now.getTime() + leadMinutes * minute),
    endsAt: endOfDay(addDays(stationDay(now), daysAhead)),
  }
}

export function isWithin(stretch: Stretch, at: Date): boolean {
  return at >= stretch.startsAt && at < stretch.endsAt
}

/** The slot that begins exactly then; null when there is none on that day. */
export function slotAt(calendar: OpeningCalendar, startsAt: Date, minutes: number): Stretch | null {
  const slots = slotsOfDay(calendar, stationDay(startsAt), minutes)
  return slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime()) ?? null
}

export type Step = 'arrived' | 'served' | 'no_show' | 'cancelled'

/** Why a step may not be taken at `now`, as a Chinese sentence; null when it may. */
export function refuseStep(
  appointment: { status: AppointmentStatus; startsAt: Date; walkIn: boolean },
  step: Step,
  now: Date,
): string | null {
  const { status, startsAt } = appointment
  const today = stationDay(startsAt) === stationDay(now)
  if (status === step) return '这个预约刚才已经这样登记过了。'
  if (status !== 'booked' && status !== 'arrived') return '这个预约已经结束，不能再改。'
  if (step === 'cancelled') return null
  if (step === 'served') return today ? null : '只能在预约当天登记办理。'
  if (status !== 'booked') return '人已经到了，不能再这样登记。'
  if (step === 'arrived') return today ? null : '只能在预约当天登记到达。'
  const absentFrom = startsAt.getTime() + absentAfterMinutes * minute
  return now.getTime() >= absentFrom ? null : `约定时间过了 ${absentAfterMinutes} 分钟才能登记没有来。`
}

/** What the family answered matters until it was received. */
export const mayAnswer = ({ status }: { status: AppointmentStatus }) =>
  status === 'booked' || status === 'arrived'

export type Reminder = 'day_before' | 'two_hours'

/**
 * The reminder that is due at `now`: one from 18:00 of the day before, one from two hours before, each once. Somebody
 * who booked after such a moment has it fresh in mind and gets no reminder for it.
 */
export function dueReminder(
  appointment: { startsAt: Date; bookedAt: Date; remindedAt: Date | null },
  now: Date,
): Reminder | null {
  const { startsAt, bookedAt, remindedAt } = appointment
  if (now >= startsAt) return null
  const twoHours = new Date(startsAt.getTime() - 2 * hour)
  const evening = eveningBefore(startsAt)
  const [kind, from]: [Reminder, Date] = now >= twoHours ? ['two_hours', twoHours] : ['day_before', evening]
  const due = now >= from && bookedAt < from && (remindedAt === null || remindedAt < from)
  return due ? kind : null
}

/** So that a weekend lies between without anybody being forgotten. */
export const callDaysAhead = 3

/**
 * Whether somebody has to ring her up about her appointment at `now`: no message reaches her, the time is at most three
 * days off, and nobody has yet. Who booked after the evening before has it fresh in mind.
 */
export function isCallDue(
  appointment: {
    status: AppointmentStatus
    walkIn: boolean
    reached: boolean
    startsAt: Date
    bookedAt: Date
    remindedAt: Date | null
  },
  now: Date,
): boolean {
  const { status, walkIn, reached, startsAt, bookedAt, remindedAt } = appointment
  if (status !== 'booked' || walkIn || reached || remindedAt || now >= startsAt) return false
  return startsAt.getTime() - now.getTime() <= callDaysAhead * 24 * hour && bookedAt < eveningBefore(startsAt)
}

const eveningBefore = (startsAt: Date) => momentOf(addDays(stationDay(startsAt), -1), '18:00')

/** “11月24日（周二）9:00”, as it is said to a resident. */
export function sayMoment(at: Date): string {
  const day = stationDay(at)
  const clock = new Date(at.getTime() - startOfDay(day).getTime()).toISOString().slice(11, 16)
  const weekday = '一二三四五六日'[weekdayOf(day) - 1]
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（周${weekday}）${clock.replace(/^0/, '')}`
}

/** A telephone number for a list: 138****5678. */
export function hideMiddle(phone: string): string {
  if (phone === '') return ''
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  return '*'.repeat(Math.max(0, phone.length - 2)) + phone.slice(-2)
}
