import type { RumourPage, RumourQuery } from '../../../contract/rumours.ts'
import type { RumourFilter } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { likeOperator, likePattern } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { inVillages, rumourRows, toRumour } from './rumour-rows.ts'

const filters: Record<RumourFilter, string> = {
  open: `r.stage <> 'ended'`,
  due: 'r.due',
  to_approve: `r.stage <> 'ended' and r.pending_version is not null`,
  new_evidence: 'r.fresh_evidence > 0',
  groups_waiting: 'r.waiting + r.behind > 0',
  ended: `r.stage = 'ended'`,
  all: 'true',
}

/** The rumours this officer sees: those with a late update first, then with groups that wait, then the newest. */
export async function listRumours(tx: Tx, session: OfficerSession, query: RumourQuery): Promise<RumourPage> {
  const limit = query.limit ?? 50
  const offset = Number(query.after ?? 0) || 0
  const words = query.query?.normalize('NFKC').trim() ?? ''
  const from = `from (${rumourRows} and ${inVillages(2)} and ($3::text is null or u.topic = $3)
      and ($4::uuid is null or u.village_ids is null or $4 = any(u.village_ids))
      and ($5::text is null or u.words ${likeOperator(words)} $5)) r where ${filters[query.filter ?? 'open']}`
  const values = [
    tx.stationId,
    villageScope(session),
    query.topic ?? null,
    query.villageId ?? null,
    words ? likePattern(words) : null,
  ]
  const { rows } = await tx.client.query(
    `select r.*, count(*) over ()::int as total ${from}
     order by r.due desc, (r.waiting + r.behind > 0) desc, r.oldest_asked_at, r.recorded_at desc, r.id offset $6 limit $7`,
    [...values, offset, limit + 1],
  )
  return {
    items: rows.slice(0, limit).map(toRumour),
    next: rows.length > limit ? String(offset + limit) : null,
    total: rows[0]?.total ?? 0,
  }
}
