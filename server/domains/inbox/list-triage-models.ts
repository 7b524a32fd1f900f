import type { TriageModels } from '../../../contract/triage-models.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { starterModel } from './triage/model.ts'

const most = 20

/** The models made so far, the newest first, each with its report, and which one reads. */
export async function listTriageModels(tx: Tx): Promise<TriageModels> {
  const [models, uses, corrections] = [
    await tx.client.query(
      `select m.id, m.version, m.corrections, m.made_at as "madeAt", o.name as "askedBy", m.refused,
         m.base_version <> $2 as outdated, m.report
       from triage_models m left join officers o on o.station_id = $1 and o.id = m.asked_by
       where m.station_id = $1 order by m.id desc limit ${most}`,
      [tx.stationId, starterModel.version],
    ),
    await tx.client.query(
      `select u.model_id as "inUse", u.used_at as "inUseSince", o.name as "inUseBy" from triage_model_uses u
       join officers o on o.station_id = $1 and o.id = u.officer_id
       where u.station_id = $1 order by u.id desc limit 1`,
      [tx.stationId],
    ),
    await tx.client.query(
      `select count(distinct message_id)::int as count from triage_corrections where station_id = $1 and field = 'scenario'`,
      [tx.stationId],
    ),
  ]
  return {
    deliveredVersion: starterModel.version,
    ...(uses.rows[0] ?? { inUse: null, inUseSince: null, inUseBy: null }),
    corrections: corrections.rows[0].count,
    items: models.rows,
  }
}
