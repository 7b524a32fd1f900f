import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'

const open = ['drafted', 'submitted', 'refused', 'approved']

/** Before it starts, whoever wrote it or may approve it can call it off. */
export async function cancelBroadcast(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  note: string,
): Promise<{ done: true }> {
  const { state, version, writers } = await findVisibleBroadcast(tx, session, id, 'for update')
  if (state === 'cancelled') throw conflict('已经取消了。')
  if (!open.includes(state)) throw conflict('已经开始发了，取消不了：请用撤回。')
  if (!session.permissions.has('broadcasts.approve') && !writers.includes(session.officerId))
    throw new AppError('forbidden', '这条是别人写的，请找写的人或者民警取消。')
  await addStep(
    tx,
    actor,
    { id, version, step: 'cancelled', note },
    { name: 'broadcast.cancelled', data: { from: state } },
  )
  return { done: true }
}
