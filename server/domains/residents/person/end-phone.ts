import type { OfficerSession } from '../../../platform/auth/session.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleResident } from '../visibility.ts'

/** The number is hers no more; the row stays, with who said so. A second time is nothing new. */
export async function endPhone(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  residentId: string,
  phoneId: string,
): Promise<{ done: true }> {
  const { villageId } = await findVisibleResident(tx, session, residentId, true)
  const { rows } = await tx.client.query(
    'select ended_at from resident_phones where station_id = $1 and resident_id = $2 and id = $3',
    [tx.stationId, residentId, phoneId],
  )
  if (!rows[0]) throw notFound()
  if (rows[0].ended_at) return { done: true }
  await tx.client.query(
    'update resident_phones set ended_at = clock_timestamp(), ended_by = $3 where station_id = $1 and id = $2',
    [tx.stationId, phoneId, session.officerId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'resident.phone_ended',
      subject: { kind: 'resident', id: residentId },
      villageId,
      data: { phoneId },
    },
  ])
  return { done: true }
}
