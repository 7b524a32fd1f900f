import type { RumourFigures } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { inVillages, rumourRows } from './rumour-rows.ts'

/**
 * Who waits for the desk, and how quick it is: from first heard to the first approved reply, the median in minutes, over
 * the rumours recorded in the last 90 days that have one. Those without are in none of it; `open` says how many there are.
 */
export async function readFigures(tx: Tx, session: OfficerSession): Promise<RumourFigures> {
  const { rows } = await tx.client.query(
    `with r as (${rumourRows} and ${inVillages(2)})
     select count(*) filter (where stage <> 'ended')::int as open, count(*) filter (where due)::int as due,
       count(*) filter (where stage <> 'ended' and pending_version is not null)::int as "toApprove",
       count(*) filter (where $3 and stage <> 'ended' and pending_version is not null and drafted_by <> $4)::int as "toApproveByMe",
       coalesce(sum(waiting), 0)::int as "groupsWaiting", coalesce(sum(behind), 0)::int as "groupsBehind",
       min(oldest_asked_at) as "oldestAskedAt",
       round(percentile_cont(0.5) within group (order by extract(epoch from first_approved_at - first_heard_at) / 60)
         filter (where recorded_at > now() - interval '90 days'))::int as "firstReplyMinutes",
       count(first_approved_at) filter (where recorded_at > now() - interval '90 days')::int as "firstReplies" from r`,
    [tx.stationId, villageScope(session), session.permissions.has('scripts.approve'), session.officerId],
  )
  const [figures] = rows
  return { ...figures, oldestAskedAt: figures.oldestAskedAt?.toISOString() ?? null }
}
