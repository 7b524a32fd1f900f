import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * A review that was entered wrongly no longer counts, and its matter may be reviewed again; who took it back, when and
 * why stays. Whoever reviewed may do it, and a chief.
 */
export async function takeBackReview(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  reviewId: string,
  reason: string,
): Promise<{ done: true }> {
  const { rows } = await tx.client.query(
    `select v.matter_kind as kind, v.matter_id as id, v.reviewed_by, v.taken_back_at,
       coalesce(k.conversation_id, c.id) as "conversationId", coalesce(k.contact_id, c.contact_id) as "contactId",
       coalesce(k.village_id, c.village_id) as "villageId"
     from matter_reviews v
     left join cases k on v.matter_kind = 'case' and k.station_id = $1 and k.id = v.matter_id
     left join conversations c on v.matter_kind = 'conversation' and c.station_id = $1 and c.id = v.matter_id
     where v.station_id = $1 and v.id = $2 for update of v`,
    [tx.stationId, reviewId],
  )
  const [review] = rows
  if (!review) throw notFound()
  if (review.reviewed_by !== session.officerId && session.role !== 'chief')
    throw new AppError('forbidden', '只有当时复核的民警或所长可以撤回这次复核。')
  if (review.taken_back_at) throw conflict('这次复核已经撤回过了。')
  await tx.client.query(
    `update matter_reviews set taken_back_by = $3, taken_back_at = now(), taken_back_why = $4
     where station_id = $1 and id = $2`,
    [tx.stationId, reviewId, session.officerId, reason.trim()],
  )
  const { kind, id, conversationId, contactId, villageId } = review
  await writeEvents(tx, actor, [
    {
      name: 'matter.review_taken_back',
      subject: { kind, id },
      conversationId,
      contactId,
      villageId,
      data: { reviewId },
    },
  ])
  return { done: true }
}
