import { dueAfterWorkingDays } from '../../../server/platform/working-days.ts'
import { day, hour } from '../demo-time.ts'
import type { Ledger, Subject } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Town, TownGuide } from '../town.ts'
import type { Matter } from './matter.ts'

/** The deadline: what the guide says, or sometimes a promise. */
export function addClock(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  subject: Subject,
  guide: TownGuide | undefined,
): void {
  const startedAt = matter.caseOpenedAt!
  const stoppedAt = matter.closedAt <= town.time.now ? new Date(matter.closedAt) : null
  const clock = { id: random.id(startedAt), caseId: subject.id, startedAt: new Date(startedAt), stoppedAt }
  if (matter.topic.case?.kind === 'service' && guide && guide.workingDays !== null) {
    const dueAt = dueAfterWorkingDays(town.calendar, new Date(startedAt), guide.workingDays)
    ledger.add('caseClocks', { ...clock, kind: 'service_limit', workingDays: guide.workingDays, dueAt })
    return
  }
  const { promise } = matter
  if (!promise && !random.chance(0.15)) return
  const chief = { kind: 'officer', id: town.chiefId } as const
  const dueAt = new Date(
    promise?.dueAt ?? Math.max(matter.closedAt, startedAt + random.int(2, 9) * day) + random.int(0, 6) * hour,
  )
  ledger.add('caseClocks', { ...clock, kind: 'promise', workingDays: null, dueAt })
  ledger.event(startedAt + 1000, 'case.clock_changed', chief, subject, { clockId: clock.id, change: 'start' })
  if (!promise?.pausedAt) return
  const { pausedAt } = promise
  const pause = { clockId: clock.id, change: 'pause', workingDays: null }
  const reason = '等居民从外地回来'
  ledger.add('caseClockChanges', {
    id: random.id(pausedAt),
    ...pause,
    dueAt,
    reason,
    officerId: town.chiefId,
    changedAt: new Date(pausedAt),
  })
  ledger.event(pausedAt, 'case.clock_changed', chief, subject, pause)
}
