import type { Searchable } from '../../platform/search/match-texts.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type SearchableGuide = Searchable & { slug: string }

/** Every guide, as officers see them, in the station's order; what residents may read comes first. */
export async function readSearchableGuides(tx: Tx): Promise<SearchableGuide[]> {
  const { rows } = await tx.client.query({
    name: 'searchable-guides',
    text: `select slug, name as title, summary as text, coalesce(
             (select array_agg(asked) from jsonb_array_elements_text(content -> 'askedAs') as a(asked)), '{}') as words
           from guides where station_id = $1 order by hidden_at is not null, position, code`,
    values: [tx.stationId],
  })
  return rows
}
