import { conflict, invalid } from '../../platform/errors.ts'
import { addDays, stationDay } from '../../platform/station-day.ts'
import {
  countWorkingDays,
  lastDayBefore,
  moveByWorkingDays,
  type WorkCalendar,
} from '../../platform/working-days.ts'

export type Clock = { startedAt: Date; dueAt: Date; stoppedAt: Date | null; pausedAt: Date | null }
export type ClockMove = { change: 'pause' | 'resume' | 'extend'; workingDays?: number | undefined }

/**
 * What a change does to the deadline: the new one, and by how many working days it moved (null for a pause).
 * While a clock is paused it loses no working days: the day of the pause is given back (unless it is the first, which
 * does not count anyway), the day of resuming counts.
 * An extension is asked for before the deadline and says how long (the rule of the 12345 hotline); a clock that has
 * run out can't be paused either. Throws `conflict` or `invalid`.
 */
export function moveClock(
  calendar: WorkCalendar,
  clock: Clock,
  move: ClockMove,
  now: Date,
): { dueAt: Date; workingDays: number | null } {
  if (clock.stoppedAt) throw conflict('这个期限已经停止，不能再改。')
  if (move.change === 'resume') {
    if (!clock.pausedAt) throw conflict('这个期限没有暂停，可能同事刚刚恢复过。')
    const pausedOn = stationDay(clock.pausedAt)
    const from = pausedOn === stationDay(clock.startedAt) ? addDays(pausedOn, 1) : pausedOn
    const workingDays = countWorkingDays(calendar, from, stationDay(now))
    return { dueAt: moveByWorkingDays(calendar, clock.dueAt, workingDays), workingDays }
  }
  if (clock.pausedAt) throw conflict('这个期限正在暂停，请先恢复。')
  if (now > clock.dueAt) throw conflict('已经超过期限，不能再暂停或延期。请尽快办理并向居民说明。')
  if (move.change === 'pause') return { dueAt: clock.dueAt, workingDays: null }
  if (!move.workingDays) throw invalid('请写明延长几个工作日。')
  return {
    dueAt: moveByWorkingDays(calendar, clock.dueAt, move.workingDays),
    workingDays: move.workingDays,
  }
}

/** How much is left, from now or from when the clock was paused or stopped. */
export function remainingOf(
  calendar: WorkCalendar,
  clock: Omit<Clock, 'startedAt'>,
  now: Date,
): { remainingSeconds: number; workingDaysLeft: number; overdue: boolean } {
  const at = clock.stoppedAt ?? clock.pausedAt ?? now
  const remainingSeconds = Math.floor((clock.dueAt.getTime() - at.getTime()) / 1000)
  const tomorrow = addDays(stationDay(at), 1)
  const workingDaysLeft = countWorkingDays(calendar, tomorrow, addDays(lastDayBefore(clock.dueAt), 1))
  return { remainingSeconds, workingDaysLeft, overdue: remainingSeconds < 0 }
}
