import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { approvalOf } from './approval-of.ts'
import { refuseDeadAlert } from './cap/refuse-dead-alert.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'
import { isDue } from './schedule-rules.ts'
import { startBroadcast } from './start-broadcast.ts'

/**
 * A second person lets it go out. What need not wait for its time or for the morning starts in the same transaction.
 * Returns whether it did.
 */
export async function approveBroadcast(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  version: number,
): Promise<{ started: boolean }> {
  const standing = await findVisibleBroadcast(tx, session, id, 'for update')
  if (standing.version !== version) throw conflict('这条发布又有了新的修改，请看过最新的再批准。')
  const answer = approvalOf(session, standing)
  if (answer === 'own') throw new AppError('forbidden', '自己写过的发布要由另一位同事批准。')
  if (answer !== 'yes') throw conflict(whyNot[standing.state] ?? '这条发布现在不能批准。')
  const { rows } = await tx.client.query(
    `select shown_until <= clock_timestamp() as over from broadcast_versions where station_id = $1 and broadcast_id = $2 and version = $3`,
    [tx.stationId, id, version],
  )
  if (rows[0].over) throw conflict('页面显示到的时间已经过了，请退回修改。')
  await refuseDeadAlert(tx, id, new Date())
  const { urgency, sendAt } = standing
  await addStep(
    tx,
    actor,
    { id, version, step: 'approved' },
    {
      name: 'broadcast.approved',
      data: { urgency, alone: standing.writers.includes(session.officerId) },
    },
  )
  const { now, quiet } = await readClock(tx)
  if (!isDue({ urgency, sendAt, approvedAt: now }, quiet, now)) return { started: false }
  return { started: await startBroadcast(tx, actor, id) }
}

const whyNot: Partial<Record<string, string>> = {
  drafted: '还没有送审，不能批准。',
  refused: '已经退回了，等改好再批准。',
  approved: '已经有人批准了。',
  started: '已经批准，正在发。',
  finished: '已经发完了。',
  cancelled: '已经取消了。',
}
