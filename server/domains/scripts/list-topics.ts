import type { Static } from 'typebox'
import type { ScriptTopics } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { seenScripts, shownScripts, villagesOf } from './shown-scripts.ts'

/** The topics of the scripts an officer may see, with how many each has. */
export async function listTopics(
  tx: Tx,
  session: OfficerSession,
  now = new Date(),
): Promise<Static<typeof ScriptTopics>> {
  const { rows } = await tx.client.query({
    name: 'list-script-topics',
    text: `select s.scenario as library, s.topic, count(*)::int as count from ${shownScripts} s
           where s.topic <> '' and s.retired_at is null and ${seenScripts('s', '$3', '$4')}
           group by s.scenario, s.topic order by s.scenario, count(*) desc, s.topic`,
    values: [tx.stationId, stationDay(now), villagesOf(session), session.officerId],
  })
  return { items: rows }
}
