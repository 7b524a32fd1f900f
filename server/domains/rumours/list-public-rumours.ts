import type { PublicRumour } from '../../../contract/public-rumours.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { wrongSince } from './rumour-rows.ts'

/** How long what is over can still be read. */
const keptDays = 90

/**
 * SQL for what everybody may read ($1 the station): rumours with an approved reply, as they stood when it was approved. What
 * one person adds later waits for the next approval; only to take back, or to end, needs none. Corrections stand on top for as long
 * as the wrong reply stood, also when the rumour is over.
 */
export const publicRumours = `select u.id, u.words, u.topic, m.stage, m.office, m.answers_on::text, r.known_at, r.checked, r.source, r.unknown,
    r.advice, r.next_update_at, a.approved_at, r.wrong_words, r.right_words, r.reason, greatest(a.approved_at, m.moved_at) as updated_at,
    coalesce(a.approved_at < ${wrongSince}, false) as correcting,
    exists (select from rumour_approvals p where p.station_id = $1 and p.rumour_id = u.id and p.shown_until > now()) as pinned
  from rumours u
  join lateral (select x.version, x.approved_at from rumour_approvals x
    where x.station_id = $1 and x.rumour_id = u.id order by x.version desc limit 1) a on true
  join lateral (select x.stage, x.office, x.answers_on, x.moved_at from rumour_moves x
    where x.station_id = $1 and x.rumour_id = u.id and (x.moved_at <= a.approved_at or x.stage in ('corrected', 'ended'))
    order by x.moved_at desc, x.id desc limit 1) m on true
  join rumour_replies r on r.station_id = $1 and r.rumour_id = u.id and r.version = a.version
  where u.station_id = $1`

/** What is asked in the villages and answered, corrections first, then the newest. */
export async function listPublicRumours(tx: Tx): Promise<{ items: PublicRumour[] }> {
  const { rows } = await tx.client.query({
    name: 'list-public-rumours',
    text: `select x.* from (${publicRumours}) x
      where x.stage <> 'ended' or x.pinned or x.updated_at > now() - interval '${keptDays} days'
      order by x.pinned desc, (x.stage = 'ended'), x.updated_at desc, x.id limit 100`,
    values: [tx.stationId],
  })
  return { items: rows.map(toPublic) }
}

// biome-ignore lint/suspicious/noExplicitAny: a row as the database gives it.
export function toPublic(row: any): PublicRumour {
  return {
    id: row.id,
    words: row.words,
    topic: row.topic,
    stage: row.stage,
    updatedAt: row.updated_at.toISOString(),
    pinned: row.pinned,
  }
}
