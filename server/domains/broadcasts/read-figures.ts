import type { BroadcastFigures } from '../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { standingJoins, visibleBroadcasts } from './find-broadcast.ts'
import { waitsFor } from './list-broadcasts.ts'

/** How many wait for this officer, and how many for their time. */
export async function readFigures(tx: Tx, session: OfficerSession): Promise<BroadcastFigures> {
  const { rows } = await tx.client.query(
    `select count(*) filter (where $4 and ${waitsFor(session)})::int as "toApprove", count(*) filter (where s.step = 'approved')::int as planned
     from broadcasts b ${standingJoins} where b.station_id = $1 and ${visibleBroadcasts(2, 3)}`,
    [
      ...[tx.stationId, villageScope(session), session.officerId],
      session.permissions.has('broadcasts.approve'),
    ],
  )
  return rows[0]
}
