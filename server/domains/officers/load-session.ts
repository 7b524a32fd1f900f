import type { Role } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { permissionsOf, scopeOf } from './permissions.ts'

/** What a signed-in officer may do right now; null when she is suspended or gone. */
export async function loadSession(
  tx: Tx,
  officerId: string,
  session: { sessionId: string; steppedUpAt: Date | null },
): Promise<OfficerSession | null> {
  const { rows } = await tx.client.query({
    name: 'load-officer-session',
    text: `select o.name, o.role, array(select village_id from officer_villages v
             where v.station_id = o.station_id and v.officer_id = o.id)::text[] as villages
           from officers o where o.station_id = $1 and o.id = $2 and not exists (
             select from officer_suspensions s where s.station_id = o.station_id and s.officer_id = o.id and s.until_at is null)`,
    values: [tx.stationId, officerId],
  })
  const row = rows[0]
  if (!row) return null
  const role = row.role as Role
  return {
    stationId: tx.stationId,
    officerId,
    name: row.name,
    role,
    permissions: permissionsOf(role),
    scope: scopeOf(role),
    villageIds: row.villages,
    ...session,
  }
}
