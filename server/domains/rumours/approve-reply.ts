import type { Static } from 'typebox'
import { findDoubts } from '../../../contract/rumour-words.ts'
import type { RumourApproval } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleRumour, readStanding } from './find-rumour.ts'
import { readNotices } from './read-notices.ts'
import { shownUntil } from './rules.ts'

/**
 * A second person lets a draft go out, to groups, matters and the public page. Only the newest, of the stage at hand,
 * not her own; doubtful words (a cause before the notice …) only when she says that she read them.
 */
export async function approveReply(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { version, doubtsSeen }: Static<typeof RumourApproval>,
  now = new Date(),
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, id, 'for update')
  const { stage, newestVersion, approved } = await readStanding(tx, id)
  const { rows } = await tx.client.query(
    'select * from rumour_replies where station_id = $1 and rumour_id = $2 and version = $3',
    [tx.stationId, id, version],
  )
  const draft = rows[0]
  if (!draft) throw notFound()
  if (version !== newestVersion) throw conflict('这条答复又有了新的修改，请看过最新的再批准。')
  if (approved?.version === version) throw conflict('这一版已经有人批准了。')
  if (draft.stage !== stage) throw conflict('起草之后阶段变了，请按现在的阶段重新起草。')
  if (draft.drafted_by === session.officerId)
    throw new AppError('forbidden', '自己起草的答复要由另一位同事批准。')
  if (draft.next_update_at && draft.next_update_at <= now)
    throw conflict('写的下次更新时间已经过了，请重新起草。')
  const doubts = findDoubts(stage, textsOf(draft), await readNotices(tx, id))
  if (doubts.length > 0 && !doubtsSeen)
    throw conflict('答复里有几处要再看一看，看过没有问题再批准。', { doubts: doubts.map(({ kind }) => kind) })
  await tx.db
    .insertInto('rumourApprovals')
    .values({
      stationId: tx.stationId,
      rumourId: id,
      version,
      warningsSeen: doubts.length,
      approvedBy: session.officerId,
      approvedAt: now,
      shownUntil: draft.corrects_version ? await pinUntil(tx, id, draft.corrects_version, now) : null,
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'rumour.reply_approved',
      subject: { kind: 'rumour', id },
      data: { version, stage, doubts: doubts.length },
    },
  ])
  return { done: true }
}

/** The fields in which something may be said too early, what was checked first. */
export const textsOf = (reply: {
  checked: string
  source: string
  unknown: string
  advice: string
  right_words?: string | null
  reason?: string | null
}) => [reply.checked, reply.source, reply.unknown, reply.advice, reply.right_words ?? '', reply.reason ?? '']

async function pinUntil(tx: Tx, id: string, wrong: number, now: Date): Promise<Date> {
  const { rows } = await tx.client.query(
    'select approved_at from rumour_approvals where station_id = $1 and rumour_id = $2 and version = $3',
    [tx.stationId, id, wrong],
  )
  return shownUntil(rows[0].approved_at, now)
}
