import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { approvalOf } from './approval-of.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'

/** The second person gives it back, with the reason. */
export async function refuseBroadcast(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { version, note }: { version: number; note: string },
): Promise<{ done: true }> {
  const standing = await findVisibleBroadcast(tx, session, id, 'for update')
  if (standing.version !== version) throw conflict('这条发布又有了新的修改，请看过最新的再说。')
  const answer = approvalOf(session, standing)
  if (answer === 'own') throw new AppError('forbidden', '自己写的可以直接改，不用退回。')
  if (answer !== 'yes') throw conflict('这条发布现在不在等审批。')
  await addStep(tx, actor, { id, version, step: 'refused', note }, { name: 'broadcast.refused' })
  return { done: true }
}
