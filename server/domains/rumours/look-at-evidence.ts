import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleRumour } from './find-rumour.ts'
import { isFreshEvidence } from './rumour-rows.ts'
import { readFreshEvidence } from './views.ts'

/**
 * Whoever is asked has looked at evidence that came after the reply, and the reply may stay as it is. What she did not see on
 * her screen goes on asking. Looking twice is the same as once; 404 for evidence of another rumour. Throws `forbidden` for
 * anybody else: who entered it cannot silence it.
 */
export async function lookAtEvidence(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  evidenceIds: string[],
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId)
  const { rows } = await tx.client.query<{ id: string; fresh: boolean }>(
    `select x.id, n.drafted_by is not null and ${isFreshEvidence} as fresh from rumour_evidence x
     left join lateral (select d.drafted_by, d.drafted_at from rumour_replies d
       where d.station_id = $1 and d.rumour_id = $2 order by d.version desc limit 1) n on true
     where x.station_id = $1 and x.rumour_id = $2 and x.id = any ($3::uuid[])`,
    [tx.stationId, rumourId, evidenceIds],
  )
  if (rows.length < evidenceIds.length) throw notFound()
  const fresh = rows.filter((row) => row.fresh).map(({ id }) => id)
  if (fresh.length === 0) return { done: true }
  if (!(await readFreshEvidence(tx, session, rumourId)))
    throw new AppError('forbidden', '新依据由起草答复的人来看，她不在所里了才由别人看。')
  const { rows: looked } = await tx.client.query(
    `insert into rumour_evidence_looks (station_id, evidence_id, officer_id)
     select $1, e.id, $3 from unnest($2::uuid[]) as e(id) on conflict do nothing returning evidence_id as id`,
    [tx.stationId, fresh, session.officerId],
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
