import type { Pool } from '../../../platform/database/pool.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation } from '../../../platform/tenancy.ts'

/** Notes a refused try on an existing account. Who tried is not known: the actor is the system. */
export async function recordRefusal(
  pool: Pool,
  account: { stationId: string; officerId: string },
  reason: string,
  requestId: string,
): Promise<void> {
  await inStation(pool, account.stationId, (tx) =>
    writeEvents(tx, { kind: 'system', id: null, requestId }, [
      {
        name: 'officer.sign_in_refused',
        subject: { kind: 'officer', id: account.officerId },
        data: { reason },
      },
    ]),
  )
}
