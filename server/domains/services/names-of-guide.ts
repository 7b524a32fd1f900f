import type { Tx } from '../../platform/tenancy.ts'

/**
 * What a guide is called and was called in the versions before, and which papers each name stands for (name → keys, as the
 * newest version that has the name uses it): what a family told under an old name is known under the new one.
 */
export async function namesOfGuide(
  tx: Tx,
  guideId: string,
): Promise<{ guide: string[]; papers: Map<string, string[]> }> {
  const { rows } = await tx.client.query<{ name: string; papers: { key: string; name: string }[] }>({
    name: 'names-of-guide',
    text: `select name, papers from (
             select v.version, v.says->>'name' as name, coalesce(v.says->'materials', '[]') as papers
             from guide_versions v where v.station_id = $1 and v.guide_id = $2
             union all
             select g.version + 1, g.name, coalesce((select jsonb_agg(jsonb_build_object('key', m.key, 'name', m.name))
               from guide_materials m where m.station_id = $1 and m.guide_id = g.id), '[]')
             from guides g where g.station_id = $1 and g.id = $2) as said
           order by version`,
    values: [tx.stationId, guideId],
  })
  return {
    guide: [...new Set(rows.map(({ name }) => name))],
    papers: new Map(rows.flatMap(({ papers }) => [...keysByName(papers)])),
  }
}

/** An original and its copy may have one name: what is told of it is told of both. */
function keysByName(papers: { key: string; name: string }[]): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const { key, name } of papers) keys.set(name, [...(keys.get(name) ?? []), key])
  return keys
}
