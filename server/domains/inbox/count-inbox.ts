import type { Static } from 'typebox'
import type { InboxCounts } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { handledConversations } from './visibility.ts'

/** How many open conversations stand in each queue of this officer, and since when the first one waits. */
export async function countInbox(tx: Tx, session: OfficerSession): Promise<Static<typeof InboxCounts>> {
  const visible = handledConversations(session, 3)
  const { rows } = await tx.client.query(
    `select count(*) filter (where c.waiting_since is not null)::int as waiting,
       count(*) filter (where c.assignee_id = $2)::int as mine,
       count(*) filter (where c.village_id in (select village_id from officer_villages
         where station_id = $1 and officer_id = $2))::int as villages,
       count(*) filter (where c.assignee_id is null)::int as unassigned,
       count(*) filter (where c.emergency)::int as emergency,
       min(c.waiting_since) as oldest,
       (select count(*)::int from mentions where station_id = $1 and officer_id = $2 and seen_at is null) as mentions
     from conversations c where c.station_id = $1 and c.closed_at is null and c.merged_into is null and ${visible.sql}`,
    [tx.stationId, session.officerId, ...visible.values],
  )
  const { oldest, ...counts } = rows[0]
  return { ...counts, oldestWaitingSince: oldest?.toISOString() ?? null }
}
