import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { holdConversations, releaseConversations } from './case-holds.ts'
import { caseEvent, lockCases, lockStandingCase } from './lock-case.ts'
import { conversationsOf, familyOf, survivorOf } from './merged-family.ts'
import { standingOutcomes, withdrawCalls } from './withdraw-calls.ts'

/**
 * Puts one case into another that stands for both from now on. Nothing of the source is changed but that it points
 * there, so undoing gives back exactly what was; its conversations are held by the target. Both are locked in the
 * order of their ids, and both must stand for themselves: no circle can come about, also when two officers merge
 * crosswise (one of them gets a conflict).
 */
export async function mergeCases(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  targetId: string,
  sourceId: string,
): Promise<{ mergeId: string }> {
  if (targetId === sourceId) throw invalid('不能并入自己。')
  const [target, source] = await lockCases(tx, session, [targetId, sourceId])
  if (!target || !source) throw notFound()
  if (source.mergedInto) throw conflict('这件事刚刚已经并入另一件，请看最新情况。')
  if (target.mergedInto) throw conflict('要并入的那件事本身已经并入另一件，请并到那一件上。')
  if (target.finishedAt && !source.finishedAt)
    throw conflict('没有办完的事不能并入已经办结的事。请反过来合并，或者先重新打开那一件。')
  const mergeId = newId()
  const moved = await conversationsOf(tx, sourceId)
  await tx.db
    .insertInto('caseMerges')
    .values({
      stationId: tx.stationId,
      id: mergeId,
      sourceCaseId: sourceId,
      targetCaseId: targetId,
      sourceStatus: source.status,
      mergedBy: session.officerId,
    })
    .execute()
  await pointTo(tx, sourceId, targetId)
  if (!source.finishedAt) {
    await releaseConversations(tx, sourceId, moved)
    await holdConversations(tx, actor, targetId, moved, { waiting: false })
  }
  await writeEvents(tx, actor, [
    caseEvent(target, 'case.merged', { mergeId, sourceCaseId: sourceId }),
    caseEvent(source, 'case.merged', { mergeId, targetCaseId: targetId }),
  ])
  return { mergeId }
}

/** Takes a merge back: the source stands for itself again, with everything it had. `id` is either side of it. */
export async function undoMerge(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  mergeId: string,
): Promise<{ done: true }> {
  const merge = await tx.db
    .selectFrom('caseMerges')
    .select(['sourceCaseId', 'targetCaseId'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', mergeId)
    .where((where) => where.or([where('sourceCaseId', '=', id), where('targetCaseId', '=', id)]))
    .executeTakeFirst()
  if (!merge) throw notFound()
  const { sourceCaseId, targetCaseId } = merge
  const [source, target] = await lockCases(tx, session, [sourceCaseId, targetCaseId])
  const { numUpdatedRows } = await tx.db
    .updateTable('caseMerges')
    .set({ undoneBy: session.officerId, undoneAt: new Date() })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', mergeId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw conflict('这次合并刚刚已经撤销了。')
  const survivor = await lockStandingCase(tx, await survivorOf(tx, targetCaseId))
  await pointTo(tx, sourceCaseId, null)
  const own = await conversationsOf(tx, sourceCaseId)
  const kept = new Set(await conversationsOf(tx, survivor.id))
  const given = own.filter((conversation) => !kept.has(conversation))
  await releaseConversations(tx, survivor.id, given)
  // What was to be said on the phone was the other case's outcome: it is not theirs any more.
  const why = { reason: 'merge_undone', officerId: session.officerId } as const
  const apart = { caseIds: await familyOf(tx, sourceCaseId), conversationIds: given }
  await withdrawCalls(tx, actor, await standingOutcomes(tx, survivor.id), why, apart)
  if (!source!.finishedAt) await holdConversations(tx, actor, sourceCaseId, own, { waiting: false })
  await writeEvents(tx, actor, [
    caseEvent(target!, 'case.unmerged', { mergeId, sourceCaseId }),
    caseEvent(source!, 'case.unmerged', { mergeId, targetCaseId }),
  ])
  return { done: true }
}

async function pointTo(tx: Tx, sourceId: string, targetId: string | null): Promise<void> {
  await tx.db
    .updateTable('cases')
    .set({ mergedInto: targetId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', sourceId)
    .execute()
}
