import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { inScope, villageScope } from '../residents/visibility.ts'

/** The group, locked when asked; 404 when missing or not this officer's to see. One without a village is everybody's. */
export async function findVisibleGroup(
  tx: Tx,
  session: OfficerSession,
  id: string,
  lock = false,
): Promise<{ id: string; villageId: string | null }> {
  const { rows } = await tx.client.query(
    `select g.id, g.village_id as "villageId" from chat_groups g where g.station_id = $1 and g.id = $2
       and ${inScope('g.village_id', 3)} ${lock ? 'for update' : ''}`,
    [tx.stationId, id, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}
