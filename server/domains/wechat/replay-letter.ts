import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { replayDeadLetter } from '../../platform/jobs/replay-dead-letter.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockLetter } from './find-letters.ts'

/** Tries a letter again, once however often it is tapped. If it fails again it is back, with the same owner. */
export async function replayLetter(
  context: Pick<Context, 'jobs'>,
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<{ done: true }> {
  const letter = await lockLetter(tx, session, id, true)
  if (letter.settled) throw conflict('这一条已经有人处理完了，请刷新页面。')
  if (letter.replayed) return { done: true }
  await replayDeadLetter(context, tx, actor, letter.deadLetterId)
  await tx.client.query(
    'update wechat_letters set replayed_at = clock_timestamp(), replayed_by = $3 where station_id = $1 and id = $2',
    [tx.stationId, id, session.officerId],
  )
  return { done: true }
}
