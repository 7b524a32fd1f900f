import type { Library } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Searchable } from '../../platform/search/match-texts.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { shownScripts } from './shown-scripts.ts'

export type SearchableScript = Searchable & { id: string; library: Library }

/** The scripts an officer may see (listScripts) that are not retired, those that may be sent first. */
export async function readSearchableScripts(
  tx: Tx,
  session: OfficerSession,
  now = new Date(),
): Promise<SearchableScript[]> {
  const { rows } = await tx.client.query({
    name: 'searchable-scripts',
    text: `select s.id, s.scenario as library, s.title, s.keywords as words, s.code || ' ' || s.body as text
           from ${shownScripts} s
           where s.retired_at is null and ($3::uuid[] is null or (s.auxiliary_may and s.approved is not null
             and (s.village_ids is null or s.village_ids && $3)))
           order by s.state <> 'usable', s.code`,
    values: [tx.stationId, stationDay(now), session.scope === 'villages' ? session.villageIds : null],
  })
  return rows
}
