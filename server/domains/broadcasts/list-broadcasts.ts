import type { BroadcastPage, BroadcastQuery } from '../../../contract/broadcasts.ts'
import type { BroadcastFilter } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { broadcastRows, toBroadcast } from './broadcast-rows.ts'
import { visibleBroadcasts } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'

/** True for what waits for the officer $3: not her own writing, or an emergency and she is the chief. */
export const waitsFor = ({ role }: OfficerSession) =>
  `s.step = 'submitted' and ((b.urgency = 'emergency' and ${role === 'chief'}) or not exists (select from broadcast_versions x
    where x.station_id = $1 and x.broadcast_id = b.id and x.written_by = $3))`

const filters: Record<BroadcastFilter, (session: OfficerSession) => string> = {
  all: () => 'true',
  to_approve: waitsFor,
  own: () => 'b.made_by = $3',
  drafts: () => `s.step in ('drafted', 'refused')`,
  planned: () => `s.step = 'approved'`,
  sent: () => 'st.at is not null',
  stopped: () => `s.step in ('cancelled', 'withdrawn', 'corrected')`,
}

/** The broadcasts an officer sees, the newest first. No person stands in them. */
export async function listBroadcasts(
  tx: Tx,
  session: OfficerSession,
  query: BroadcastQuery,
): Promise<BroadcastPage> {
  const limit = query.limit ?? 30
  const offset = Number(query.after ?? 0) || 0
  const words = query.query?.normalize('NFKC').trim() ?? ''
  const like = likeOperator(words)
  const where = `b.station_id = $1 and ${visibleBroadcasts(2, 3)} and ($4::text is null or b.kind = $4)
    and ($5::text is null or v.title ${like} $5 or v.body ${like} $5 or b.number ${like} $5)
    and ${filters[query.filter ?? 'all'](session)}`
  const values = [
    ...[tx.stationId, villageScope(session), session.officerId],
    ...[query.kind ?? null, words ? likePattern(words) : null],
  ]
  const { now, quiet } = await readClock(tx)
  const { rows } = await tx.client.query(
    `${broadcastRows} where ${where} order by b.made_at desc, b.id desc offset $6 limit $7`,
    [...values, offset, limit + 1],
  )
  return {
    items: rows.slice(0, limit).map((row) => toBroadcast(row, session, quiet, now)),
    next: rows.length > limit ? String(offset + limit) : null,
  }
}
