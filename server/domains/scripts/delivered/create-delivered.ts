import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { nextCode } from '../rules.ts'
import type { DeliveredScript } from './delivered-scripts.ts'

/**
 * Delivered scripts that the station does not have yet, put before review; their ids in the same order. Each keeps its
 * code unless the station has given that one to a script of its own. Two at once wait for each other.
 */
export async function createDelivered(tx: Tx, scripts: DeliveredScript[]): Promise<string[]> {
  if (scripts.length === 0) return []
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `script code ${tx.stationId}`,
  ])
  const { rows } = await tx.client.query('select code from scripts where station_id = $1', [tx.stationId])
  const taken: string[] = rows.map(({ code }) => code)
  const made = scripts.map(({ code, library, auxiliaryMay, hash, says }) => {
    const free = taken.includes(code) ? nextCode(library, taken) : code
    taken.push(free)
    return {
      ...says,
      id: newId(),
      step: newId(),
      code: free,
      deliveredCode: code,
      library,
      auxiliaryMay,
      hash,
    }
  })
  await tx.client.query({
    name: 'create-delivered-scripts',
    text: `with given as (
        select * from jsonb_to_recordset($2::jsonb) as g(id uuid, step uuid, code text, "deliveredCode" text, library text,
          "auxiliaryMay" boolean, hash text, title text, body text, keywords jsonb, basis text, "expiresOn" date, topic text,
          spoken text, stage text, sources jsonb, "askedAs" jsonb)
      ), script as (
        insert into scripts (station_id, id, code, scenario, auxiliary_may, delivered_code, delivered_hash)
        select $1, id, code, library, "auxiliaryMay", "deliveredCode", hash from given
      ), version as (
        insert into script_versions (station_id, script_id, version, title, body, keywords, basis, expires_on, topic, spoken,
          stage, sources, asked_as)
        select $1, id, 1, title, body, array(select jsonb_array_elements_text(keywords)), basis, "expiresOn", topic, spoken,
          stage, array(select jsonb_array_elements_text(sources)), array(select jsonb_array_elements_text("askedAs"))
        from given
      )
      insert into script_steps (station_id, id, script_id, version, kind)
      select $1, step, id, 1, 'submitted' from given`,
    values: [tx.stationId, JSON.stringify(made)],
  })
  return made.map(({ id }) => id)
}
