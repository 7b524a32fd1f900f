import type { ScriptStep, ScriptVersion } from '../../../contract/scripts.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** What was done with these versions of a script, newest first: drafting and approving stand on the versions. */
export async function readSteps(
  tx: Tx,
  scriptId: string,
  versions: readonly ScriptVersion[],
): Promise<ScriptStep[]> {
  const { rows } = await tx.client.query({
    name: 'read-script-steps',
    text: `select t.version, t.kind, t.officer_id, o.name, t.at, t.words from script_steps t
           left join officers o on o.station_id = $1 and o.id = t.officer_id
           where t.station_id = $1 and t.script_id = $2 and t.version = any($3) order by t.at, t.id`,
    values: [tx.stationId, scriptId, versions.map(({ version }) => version)],
  })
  const steps: ScriptStep[] = rows.map((row) => ({
    version: row.version,
    kind: row.kind,
    by: nameOf(row.officer_id, row.name),
    at: row.at.toISOString(),
    words: row.words,
  }))
  const order = ['drafted', 'submitted', 'sent_back', 'approved', 'withdrawn']
  for (const { version, draftedBy, draftedAt, approvedBy, approvedAt } of versions) {
    steps.push({ version, kind: 'drafted', by: draftedBy, at: draftedAt, words: '' })
    if (approvedAt) steps.push({ version, kind: 'approved', by: approvedBy, at: approvedAt, words: '' })
  }
  return steps.sort(
    (x, y) =>
      y.version - x.version || y.at.localeCompare(x.at) || order.indexOf(y.kind) - order.indexOf(x.kind),
  )
}

export function nameOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id && name ? { id, name } : null
}
