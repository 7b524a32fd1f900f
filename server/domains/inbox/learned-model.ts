import type { Office, Scenario } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { applyCorrections, type Correction } from './triage/apply-corrections.ts'
import { starterModel, type TriageModel } from './triage/model.ts'

/** The newest corrections a station's model is made from; older ones have been said again or no longer matter. */
const newest = 500

const learned = new Map<string, { last: string; model: TriageModel }>()

/**
 * The starter model moved by what this station's people have corrected. Made again only when a correction has come;
 * the same corrections give the same model in every process. What is an emergency is never learned.
 */
export async function learnedModel(tx: Tx): Promise<TriageModel> {
  const { rows } = await tx.client.query({
    name: 'last-correction',
    text: `select id from triage_corrections where station_id = $1 and field = 'scenario' order by id desc limit 1`,
    values: [tx.stationId],
  })
  if (!rows[0]) return starterModel
  const kept = learned.get(tx.stationId)
  if (kept && kept.last === rows[0].id) return kept.model
  const model = applyCorrections(starterModel, await readCorrections(tx))
  learned.set(tx.stationId, { last: rows[0].id, model })
  return model
}

/** Oldest first, as learning wants them. A correction is stored as `scenario` or `other_office:office`. */
async function readCorrections(tx: Tx): Promise<Correction[]> {
  const { rows } = await tx.client.query(
    // Of one message corrected twice, the last word counts.
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
