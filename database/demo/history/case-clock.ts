import { dueAfterWorkingDays } from '../../../server/platform/working-days.ts'
import { day } from '../demo-time.ts'
import type { Ledger, Subject } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Town, TownGuide } from '../town.ts'
import { promiseAfter, promiseBefore } from './clock.ts'
import type { Matter } from './matter.ts'

/** The deadline: what the guide says, or sometimes a promise. It stands still from `waitingAt` on. */
export function addClock(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  subject: Subject,
  guide: TownGuide | undefined,
  waitingAt: number | null,
): void {
  const startedAt = matter.caseOpenedAt!
  const stoppedAt = matter.closedAt <= town.time.now ? new Date(matter.closedAt) : null
  const clock = { id: random.id(startedAt), caseId: subject.id, startedAt: new Date(startedAt), stoppedAt }
  const chief = { kind: 'officer', id: town.chiefId } as const
  const limit = matter.topic.case?.kind === 'service' && guide ? guide.workingDays : null
  if (limit !== null) {
    const dueAt = dueAfterWorkingDays(town.calendar, new Date(startedAt), limit)
    ledger.add('caseClocks', { ...clock, kind: 'service_limit', workingDays: limit, dueAt })
    pause(dueAt, '等居民补材料')
    return
  }
  const { promise } = matter
  if (!promise && !random.chance(0.15)) return
  const dueAt = new Date(
    promise
      ? promise.dueAt < town.time.now
        ? promiseBefore(promise.dueAt)
        : promiseAfter(promise.dueAt)
      : promiseAfter(Math.max(matter.closedAt, startedAt + random.int(2, 9) * day)),
  )
  ledger.add('caseClocks', { ...clock, kind: 'promise', workingDays: null, dueAt })
  ledger.event(startedAt + 1000, 'case.clock_changed', chief, subject, { clockId: clock.id, change: 'start' })
  pause(dueAt, '等居民从外地回来')

  function pause(dueAt: Date, reason: string): void {
    if (waitingAt === null) return
    const change = { clockId: clock.id, change: 'pause', workingDays: null }
    ledger.add('caseClockChanges', {
      id: random.id(waitingAt),
      ...change,
      dueAt,
      reason,
      officerId: town.chiefId,
      changedAt: new Date(waitingAt),
    })
    ledger.event(waitingAt, 'case.clock_changed', chief, subject, change)
  }
}
