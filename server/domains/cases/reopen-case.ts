import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { dueAfterWorkingDays } from '../../platform/working-days.ts'
import { tellFacts } from '../inbox/conversation-facts.ts'
import { findGuide } from '../services/views.ts'
import { holdConversations } from './case-holds.ts'
import { caseEvent, type LockedCase, lockCase } from './lock-case.ts'
import { conversationsOf } from './merged-family.ts'
import { readCalendar } from './read-calendar.ts'
import { recordStatus } from './record-status.ts'
import { refuseMerged } from './rules.ts'
import { standingOutcomes, withdrawCalls } from './withdraw-calls.ts'

/** An officer takes a finished case up again. */
export async function reopenCase(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  reason: string,
): Promise<{ done: true }> {
  const matter = await lockCase(tx, session, id)
  refuseMerged(matter)
  await reopenLocked(tx, actor, matter, { officerId: session.officerId, note: reason })
  return { done: true }
}

/**
 * Opens a locked case again, for an officer or (officerId null) by its resident's objection: the outcome is taken
 * back, a new time limit begins, its conversations are held. The old clocks stay as they stopped: whether the first
 * answer was in time is not changed by the second.
 */
export async function reopenLocked(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  by: { officerId: string | null; note: string },
  now = new Date(),
): Promise<void> {
  if (!matter.finishedAt) throw conflict('这件事还没有办结，或者刚刚已经重新打开。')
  const { stationId } = tx
  const why = { reason: 'case_reopened', officerId: by.officerId } as const
  await withdrawCalls(tx, actor, await standingOutcomes(tx, matter.id), why)
  await tx.db
    .updateTable('caseOutcomes')
    .set({ reopenedAt: now })
    .where('stationId', '=', stationId)
    .where('caseId', '=', matter.id)
    .where('reopenedAt', 'is', null)
    .execute()
  await tx.db
    .updateTable('cases')
    .set({ status: 'in_progress', finishedAt: null })
    .where('stationId', '=', stationId)
    .where('id', '=', matter.id)
    .execute()
  await recordStatus(tx, matter.id, 'in_progress', { ...by, at: now })
  await startLimit(tx, matter, now)
  await writeEvents(tx, actor, [caseEvent(matter, 'case.reopened', { byResident: by.officerId === null })])
  const conversations = await conversationsOf(tx, matter.id)
  await holdConversations(tx, actor, matter.id, conversations, { waiting: by.officerId === null })
  for (const conversation of conversations) await tellFacts(tx, conversation, { 案件结果: null })
}

async function startLimit(tx: Tx, matter: LockedCase, now: Date): Promise<void> {
  const guide = matter.guideId ? await findGuide(tx, { id: matter.guideId }) : null
  const limit = guide?.workingDays ?? null
  if (limit === null) return
  await tx.db
    .insertInto('caseClocks')
    .values({
      stationId: tx.stationId,
      id: newId(),
      caseId: matter.id,
      kind: 'service_limit',
      workingDays: limit,
      startedAt: now,
      dueAt: dueAfterWorkingDays(await readCalendar(tx), now, limit),
    })
    .execute()
}
