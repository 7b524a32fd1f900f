import type { Scenario } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Question } from '../scripts/suggest-scripts.ts'
import { readLastSaid } from './last-said.ts'
import { understoodIn } from './understood-in.ts'
import type { LockedConversation } from './visibility.ts'

/** What is asked of the scripts for a conversation: by her last words, its kind and place, and who would send it. */
export async function askForScripts(
  tx: Tx,
  session: OfficerSession,
  conversation: LockedConversation,
): Promise<Question & { heard: string }> {
  const said = await readLastSaid(tx, conversation.id)
  return {
    ...said,
    ...understoodIn(conversation, said),
    scenario: said.text === '' ? await saidScenario(tx, conversation) : (conversation.scenario as Scenario),
    villageId: conversation.villageId,
    role: session.role,
  }
}

/** Of a matter without written words the machine has read no kind: it counts when a person has named it. */
async function saidScenario(tx: Tx, { id, scenario }: LockedConversation): Promise<Scenario | null> {
  const { rowCount } = await tx.client.query(
    `select from triage_corrections where station_id = $1 and conversation_id = $2 and field = 'scenario' limit 1`,
    [tx.stationId, id],
  )
  return rowCount! > 0 ? (scenario as Scenario) : null
}
