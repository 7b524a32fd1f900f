import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleRumour } from './find-rumour.ts'

/**
 * Somebody has looked at evidence that came after the reply, and the reply may stay as it is. What she did not see on her
 * screen goes on asking. Looking twice is the same as once; 404 for evidence of another rumour.
 */
export async function lookAtEvidence(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  evidenceIds: string[],
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId)
  const { rows } = await tx.client.query(
    'select id from rumour_evidence where station_id = $1 and rumour_id = $2 and id = any ($3::uuid[])',
    [tx.stationId, rumourId, evidenceIds],
  )
  if (rows.length < evidenceIds.length) throw notFound()
  const { rows: looked } = await tx.client.query(
    `insert into rumour_evidence_looks (station_id, evidence_id, officer_id)
     select $1, e.id, $3 from unnest($2::uuid[]) as e(id) on conflict do nothing returning evidence_id as id`,
    [tx.stationId, evidenceIds, session.officerId],
  )
  await writeEvents(
    tx,
    actor,
    looked.map(({ id }) => ({
      name: 'rumour.evidence_looked_at' as const,
      subject: { kind: 'rumour', id: rumourId },
      data: { evidence: id },
    })),
  )
  return { done: true }
}
