import type { ReviewSample } from '../../../contract/reviews.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { monthPeriod } from './periods.ts'

/** The reviews of what was closed in a month, newest first, also those that were taken back. */
export async function listEnteredReviews(
  tx: Tx,
  session: OfficerSession,
  month: string,
  now: Date,
): Promise<ReviewSample['entered']> {
  const { start, end } = monthPeriod(month, now)
  const { rows } = await tx.client.query(
    `select v.id as "reviewId", v.matter_kind as kind, v.matter_id as id, coalesce(k.number, c.number) as number,
       v.was_emergency as "wasEmergency", v.note, o.name as "reviewedBy", v.reviewed_at as "reviewedAt",
       b.name as "takenBackBy", v.taken_back_at as "takenBackAt", v.taken_back_why as "takenBackWhy",
       v.taken_back_at is null and (v.reviewed_by = $4 or $5) as "mayTakeBack"
     from matter_reviews v
     left join cases k on v.matter_kind = 'case' and k.station_id = $1 and k.id = v.matter_id
     left join conversations c on v.matter_kind = 'conversation' and c.station_id = $1 and c.id = v.matter_id
     left join officers o on o.station_id = $1 and o.id = v.reviewed_by
     left join officers b on b.station_id = $1 and b.id = v.taken_back_by
     where v.station_id = $1 and v.closed_at >= $2 and v.closed_at < $3
     order by v.reviewed_at desc, v.id desc`,
    [tx.stationId, start, end, session.officerId, session.role === 'chief'],
  )
  return rows.map(({ takenBackBy, takenBackAt, takenBackWhy, ...row }) => ({
    ...row,
    number: row.number ?? '',
    reviewedAt: row.reviewedAt.toISOString(),
    takenBack: takenBackAt && { by: takenBackBy, at: takenBackAt.toISOString(), why: takenBackWhy },
  })) as ReviewSample['entered']
}
