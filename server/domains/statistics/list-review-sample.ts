import type { ReviewSample } from '../../../contract/reviews.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listEnteredReviews } from './list-entered-reviews.ts'
import { lastFullMonth } from './periods.ts'
import { drawSample } from './review-sample.ts'

/** What of a month's sample is still to be looked at by this officer, in the order of chance, and what was entered. */
export async function listReviewSample(
  tx: Tx,
  session: OfficerSession,
  month: string | undefined,
  now: Date,
): Promise<ReviewSample> {
  const wanted = month ?? lastFullMonth(now)
  const drawn = await drawSample(tx, session.officerId, wanted, now)
  const open = drawn.filter(({ reviewed, own }) => !reviewed && !own)
  const words = await wordsOf(
    tx,
    open.map(({ id }) => id),
  )
  return {
    month: wanted,
    drawn: drawn.length,
    reviewed: drawn.filter(({ reviewed }) => reviewed).length,
    own: drawn.filter(({ reviewed, own }) => own && !reviewed).length,
    items: open.map(({ kind, id, number, scenario, settlement, closedAt, villageId }) => ({
      kind,
      id,
      number,
      scenario,
      settlement,
      closedAt: closedAt.toISOString(),
      title: words.get(id)?.title ?? '',
      closedBy: words.get(id)?.closed_by ?? null,
      villageName: villageId ? (words.get(id)?.villages[villageId] ?? null) : null,
    })) as ReviewSample['items'],
    entered: await listEnteredReviews(tx, session, wanted, now),
  }
}

type Words = { id: string; title: string; closed_by: string | null; villages: Record<string, string> }

/** How a matter is called, and who closed it last. */
async function wordsOf(tx: Tx, ids: string[]): Promise<Map<string, Words>> {
  const { rows } = await tx.client.query<Words>(
    `select m.id, coalesce(k.title, (select left(w.body, 60) from messages w where w.station_id = $1
         and w.conversation_id = m.id and w.direction = 'inbound' order by w.sent_at, w.id limit 1), '') as title,
       o.name as closed_by,
       (select json_object_agg(v.id, v.name) from villages v where v.station_id = $1) as villages
     from unnest($2::uuid[]) as m(id)
     left join cases k on k.station_id = $1 and k.id = m.id
     left join lateral (
       select officer_id from (
         select officer_id, closed_at as at from closures where station_id = $1 and conversation_id = m.id
         union all select officer_id, decided_at from case_outcomes where station_id = $1 and case_id = m.id
       ) each order by at desc limit 1) x on true
     left join officers o on o.station_id = $1 and o.id = x.officer_id`,
    [tx.stationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
