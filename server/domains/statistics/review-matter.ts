import type { NewReview } from '../../../contract/reviews.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { drawSample } from './review-sample.ts'

/**
 * A second person says whether a closed matter had been an emergency after all. Only what chance drew is reviewed, and
 * never by who closed it. The reading at the closing stays as it was: this is the figure beside it, not its correction.
 */
export async function reviewMatter(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  review: NewReview,
  now: Date,
): Promise<{ id: string }> {
  const note = review.note.trim()
  if (review.wasEmergency && note === '') throw invalid('请写清楚为什么当时是紧急的。')
  const drawn = await drawSample(tx, session.officerId, review.month, now)
  const matter = drawn.find(({ kind, id }) => kind === review.kind && id === review.id)
  if (!matter) throw notFound()
  if (matter.own) throw new AppError('forbidden', '自己办结的事项要由另一位民警复核。')
  const id = newId()
  const { rowCount } = await tx.client.query(
    `insert into matter_reviews (station_id, id, matter_kind, matter_id, closed_at, was_emergency, note, reviewed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) 
       on conflict (station_id, matter_kind, matter_id) where taken_back_at is null do nothing`,
    [tx.stationId, id, matter.kind, matter.id, matter.closedAt, review.wasEmergency, note, session.officerId],
  )
  if (rowCount === 0) throw conflict('这件事刚刚已经由同事复核过了。')
  await writeEvents(tx, actor, [
    {
      name: 'matter.reviewed',
      subject: { kind: matter.kind, id: matter.id },
      conversationId: matter.conversationId,
      contactId: matter.contactId,
      villageId: matter.villageId,
      data: { reviewId: id, wasEmergency: review.wasEmergency },
    },
  ])
  return { id }
}
