import type { Office, Scenario } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Correction } from './triage/apply-corrections.ts'
import { starterModel, type TriageModel } from './triage/model.ts'
import { applyChanges } from './triage/model-changes.ts'

/** The newest corrections a station's model is made from; older ones have been said again or no longer matter. */
const newest = 500

const kept = new Map<string, { id: string; model: TriageModel }>()

/**
 * The model a person of this station has put into use, or the delivered one: also when the one in use was made on an
 * older delivered one, whose cells mean something else. What is an emergency is never learned from a station.
 */
export async function learnedModel(tx: Tx): Promise<TriageModel> {
  const { rows } = await tx.client.query({
    name: 'triage-model-in-use',
    text: `select u.model_id as id from triage_model_uses u where u.station_id = $1 order by u.id desc limit 1`,
    values: [tx.stationId],
  })
  const id: string | null = rows[0]?.id ?? null
  if (!id) return starterModel
  const known = kept.get(tx.stationId)
  if (known?.id === id) return known.model
  const found = await tx.client.query(
    `select version, changes from triage_models where station_id = $1 and id = $2 and base_version = $3`,
    [tx.stationId, id, starterModel.version],
  )
  const row = found.rows[0]
  const model = row ? applyChanges(starterModel, row.version, row.changes) : starterModel
  kept.set(tx.stationId, { id, model })
  return model
}

/**
 * What the station's people said of a subject, oldest first, as learning wants them. A correction is stored as
 * `scenario` or `other_office:office`; of one message corrected twice, the last word counts.
 */
export async function readCorrections(tx: Tx): Promise<Correction[]> {
  const { rows } = await tx.client.query(
    `select m.body, t.person_value from (select distinct on (message_id) * from
       (select * from triage_corrections where station_id = $1 and field = 'scenario' order by id desc limit ${newest}) n
       order by message_id, id desc) t
     join messages m on m.station_id = $1 and m.id = t.message_id order by t.id`,
    [tx.stationId],
  )
  return rows.map((row) => {
    const [scenario, office] = String(row.person_value).split(':')
    return { text: row.body, scenario: scenario as Scenario, office: (office as Office) ?? null }
  })
}
