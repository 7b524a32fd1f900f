import type { Static } from 'typebox'
import type { ClockChangeBody, NewClock } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { pausedAt } from './case-details.ts'
import { type Clock, moveClock } from './clock-rules.ts'
import { caseEvent, lockCase } from './lock-case.ts'
import { readCalendar } from './read-calendar.ts'
import { recordStatus } from './record-status.ts'
import { refuseFrozen } from './rules.ts'

/** A promise with a moment, such as "by Friday noon". Its reason stands in the history of the case. */
export async function promiseBy(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  promise: Static<typeof NewClock>,
  now = new Date(),
): Promise<{ id: string }> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  const dueAt = new Date(promise.dueAt)
  if (dueAt <= now) throw invalid('承诺的时间要晚于现在。')
  const id = newId()
  await tx.db
    .insertInto('caseClocks')
    .values({ stationId: tx.stationId, id, caseId, kind: 'promise', startedAt: now, dueAt })
    .execute()
  await recordStatus(tx, caseId, matter.status, {
    officerId: session.officerId,
    note: promise.reason,
    at: now,
  })
  await writeEvents(tx, actor, [caseEvent(matter, 'case.clock_changed', { clockId: id, change: 'start' })])
  return { id }
}

/** Pauses, resumes or extends a deadline, with a reason. To put a deadline off is a decision and an officer's. */
export async function changeClock(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  clockId: string,
  change: ClockChangeBody,
  now = new Date(),
): Promise<{ dueAt: string }> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  if (change.change === 'extend' && session.role === 'auxiliary')
    throw new AppError('forbidden', '延长期限要由民警决定，请民警来办。')
  const { stationId } = tx
  const { rows } = await tx.client.query<Clock>(
    `select k.started_at as "startedAt", k.due_at as "dueAt", k.stopped_at as "stoppedAt", ${pausedAt('k')} as "pausedAt" from case_clocks k
     where k.station_id = $1 and k.case_id = $2 and k.id = $3`,
    [stationId, caseId, clockId],
  )
  if (!rows[0]) throw notFound()
  const { dueAt, workingDays } = moveClock(await readCalendar(tx), rows[0], change, now)
  const id = newId()
  await tx.db
    .insertInto('caseClockChanges')
    .values({
      stationId,
      id,
      clockId,
      change: change.change,
      workingDays,
      dueAt,
      reason: change.reason.trim(),
      officerId: session.officerId,
      changedAt: now,
    })
    .execute()
  await tx.db
    .updateTable('caseClocks')
    .set({ dueAt })
    .where('stationId', '=', stationId)
    .where('id', '=', clockId)
    .execute()
  await writeEvents(tx, actor, [
    caseEvent(matter, 'case.clock_changed', { clockId, change: change.change, workingDays }),
  ])
  return { dueAt: dueAt.toISOString() }
}
