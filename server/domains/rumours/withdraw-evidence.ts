import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleRumour } from './find-rumour.ts'

/** A line that was wrong: it stays readable, crossed out, and is shown to nobody outside. */
export async function withdrawEvidence(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  evidenceId: string,
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId, 'for update')
  const { rows } = await tx.client.query(
    'select withdrawn_at from rumour_evidence where station_id = $1 and rumour_id = $2 and id = $3',
    [tx.stationId, rumourId, evidenceId],
  )
  if (!rows[0]) throw notFound()
  if (rows[0].withdrawn_at) return { done: true }
  await tx.client.query(
    `update rumour_evidence set withdrawn_by = $4, withdrawn_at = clock_timestamp()
     where station_id = $1 and rumour_id = $2 and id = $3`,
    [tx.stationId, rumourId, evidenceId, session.officerId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'rumour.evidence_withdrawn',
      subject: { kind: 'rumour', id: rumourId },
      data: { evidence: evidenceId },
    },
  ])
  return { done: true }
}
