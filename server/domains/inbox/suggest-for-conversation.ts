import type { Static } from 'typebox'
import type { ScriptSuggestion } from '../../../contract/sendable-scripts.ts'
import type { Scenario } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { fillScript } from '../scripts/rules.ts'
import { filesOfScripts } from '../scripts/script-files.ts'
import { type Question, type SuggestedScript, suggestScripts } from '../scripts/suggest-scripts.ts'
import { readFacts } from './conversation-facts.ts'
import { learnedModel } from './learned-model.ts'
import { placeFurther } from './place-further.ts'
import { recordLookOnce } from './record-look.ts'
import { readFurther } from './triage/read-further.ts'
import { understoodIn } from './understood-in.ts'
import { lockConversation } from './visibility.ts'

/** How many of the resident's last messages are read for a suggestion: one thought often comes in several. */
const lastMessages = 3

/** The three scripts that fit what the resident said last, filled with what is known. */
export async function suggestForConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
): Promise<Static<typeof ScriptSuggestion>[]> {
  const conversation = await lockConversation(tx, session, conversationId)
  const { rows } = await tx.client.query(
    `select body from messages where station_id = $1 and conversation_id = $2 and direction = 'inbound'
     order by sent_at desc, id desc limit ${lastMessages}`,
    [tx.stationId, conversationId],
  )
  const text = rows
    .map((row) => row.body)
    .reverse()
    .join('\n')
  const understood = understoodIn(conversation, text)
  const found = await suggestForSubjects(tx, { text, understood }, conversation.scenario as Scenario, {
    villageId: conversation.villageId,
    role: session.role,
  })
  // The texts are filled with her name and matter, and may be asked for without opening the conversation.
  await recordLookOnce(tx, actor, conversation)
  const facts = await readFacts(tx, conversationId, session.officerId)
  const files = await filesOfScripts(tx, found)
  return found.map(({ scriptId, version, title, scenario, body, because }) => {
    const { text, missing } = fillScript(body, facts)
    const own = files.get(scriptId) ?? []
    return { scriptId, version, title, scenario, body, filled: text, missing, because, files: own }
  })
}

/** Scripts for the main subject and, in the last places, one for each further subject that has a script of its own. */
async function suggestForSubjects(
  tx: Tx,
  said: Pick<Question, 'text' | 'understood'>,
  scenario: Scenario,
  who: Pick<Question, 'villageId' | 'role'>,
): Promise<SuggestedScript[]> {
  const main = await suggestScripts(tx, { ...said, scenario, ...who })
  const further: SuggestedScript[] = []
  for (const subject of readFurther(said.text, scenario, await learnedModel(tx)).slice(0, 2)) {
    const [best] = await suggestScripts(tx, { text: subject.text, scenario: subject.scenario, ...who })
    if (best?.scenario === subject.scenario) further.push(best)
  }
  return placeFurther(main, further)
}
