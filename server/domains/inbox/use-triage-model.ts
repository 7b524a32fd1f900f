import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { starterModel } from './triage/model.ts'

/** From the next messages on, this model reads (null: the delivered one). What was read stays as it was read. */
export async function useTriageModel(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  modelId: string | null,
): Promise<{ done: true }> {
  // One at a time: two who decide at once must both see what the other decided.
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('triage model ' || $1, 0))`, [
    tx.stationId,
  ])
  const { rows } = await tx.client.query(
    `select m.refused, m.base_version as "baseVersion", (select u.model_id from triage_model_uses u
       where u.station_id = $1 order by u.id desc limit 1) as "inUse"
     from (select 1) one left join triage_models m on m.station_id = $1 and m.id = $2`,
    [tx.stationId, modelId],
  )
  const found = rows[0]!
  if (modelId && found.baseVersion === null) throw notFound()
  if (found.refused) throw new AppError('conflict', found.refused)
  if (modelId && found.baseVersion !== starterModel.version)
    throw new AppError('conflict', '软件升级过了，这一版不能再用，请重新训练。')
  if (found.inUse === modelId) return { done: true }
  await tx.db
    .insertInto('triageModelUses')
    .values({ stationId: tx.stationId, id: newId(), modelId, officerId: session.officerId })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'triage.model_used',
      subject: modelId ? { kind: 'triage_model', id: modelId } : { kind: 'station', id: tx.stationId },
      data: { from: found.inUse, to: modelId },
    },
  ])
  return { done: true }
}
