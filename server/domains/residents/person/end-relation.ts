import type { OfficerSession } from '../../../platform/auth/session.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleResident } from '../visibility.ts'

/** The two are no more what was written; the row stays, with who said so. A second time is nothing new. */
export async function endRelation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  residentId: string,
  relationId: string,
): Promise<{ done: true }> {
  const { villageId } = await findVisibleResident(tx, session, residentId)
  const { rows } = await tx.client.query(
    `select from_id, to_id, ended_at from resident_relations
     where station_id = $1 and id = $3 and $2 in (from_id, to_id) for update`,
    [tx.stationId, residentId, relationId],
  )
  if (!rows[0]) throw notFound()
  if (rows[0].ended_at) return { done: true }
  await tx.client.query(
    'update resident_relations set ended_at = clock_timestamp(), ended_by = $3 where station_id = $1 and id = $2',
    [tx.stationId, relationId, session.officerId],
  )
  await writeEvents(
    tx,
    actor,
    [rows[0].from_id, rows[0].to_id].map((id) => ({
      name: 'resident.unrelated' as const,
      subject: { kind: 'resident', id },
      villageId,
      data: { relationId },
    })),
  )
  return { done: true }
}
