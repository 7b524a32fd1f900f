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
    text: 'select name, role, village_ids from active_officers where station_id = $1 and id = $2',
    values: [tx.stationId, officerId],
  })
  if (!rows[0]) return null
  return sessionOf({ ...rows[0], station_id: tx.stationId, officer_id: officerId }, session)
}

type Row = { station_id: string; officer_id: string; name: string; role: Role; village_ids: string[] }

/** The session of an officer's row. */
export function sessionOf<T>(row: Row, session: T): Omit<OfficerSession, 'sessionId' | 'steppedUpAt'> & T {
  return {
    stationId: row.station_id,
    officerId: row.officer_id,
    name: row.name,
    role: row.role,
    permissions: permissionsOf(row.role),
    scope: scopeOf(row.role),
    villageIds: row.village_ids,
    ...session,
  }
}
