import { startOfDay } from '../../server/platform/station-day.ts'
import { day, daysBetween, hour } from './demo-time.ts'
import { deskCloses, deskOpens } from './history/clock.ts'
import type { Rows } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { Town } from './town.ts'

/** The roster from the first day to a fortnight ahead: desk by day and evening, window, night patrol. */
export function buildShifts(town: Town, ledger: Ledger, random: Random): Rows<'dutyShifts'> {
  const shifts: Rows<'dutyShifts'> = []
  const turns = town.auxiliaryIds
  daysBetween(town.time.start, town.time.now + 14 * day).forEach((date, index) => {
    const dayStart = startOfDay(date).getTime()
    const plannedAt = Math.min(dayStart - 5 * day, town.time.now - hour)
    const weekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
    const who = (turn: number) => turns[(index + turn) % turns.length]!
    const plan = (officerId: string, kind: string, from: number, until: number) => {
      const id = random.id(plannedAt)
      shifts.push({
        id,
        officerId,
        kind,
        startsAt: new Date(dayStart + from * hour),
        endsAt: new Date(dayStart + until * hour),
        plannedBy: town.chiefId,
      })
      ledger.event(
        plannedAt,
        'shift.planned',
        { kind: 'officer', id: town.chiefId },
        { kind: 'shift', id },
        { officerId, kind },
      )
    }
    plan(who(0), 'desk', deskOpens, 15)
    plan(who(3), 'desk', 15, deskCloses)
    if (!weekend) plan(town.chiefId, 'desk', 8.5, 17.5)
    plan(who(1), 'window', weekend ? 9 : 8.5, weekend ? 11.5 : 17.5)
    plan(who(5), 'patrol', 21, 23)
    plan(who(6), 'patrol', 21, 23)
  })
  return shifts
}
