import type { Static } from 'typebox'
import type { ScriptSuggestion } from '../../../contract/sendable-scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { fillScript } from '../scripts/rules.ts'
import { filesOfScripts } from '../scripts/script-files.ts'
import { fromHeard, type Question, type SuggestedScript, suggestScripts } from '../scripts/suggest-scripts.ts'
import { askForScripts } from './ask-for-scripts.ts'
import { readFacts } from './conversation-facts.ts'
import { learnedModel } from './learned-model.ts'
import { placeFurther } from './place-further.ts'
import { recordLookOnce } from './record-look.ts'
import { readFurther } from './triage/read-further.ts'
import { lockConversation } from './visibility.ts'

/** The three scripts that fit what the resident said last, filled with what is known. */
export async function suggestForConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
): Promise<Static<typeof ScriptSuggestion>[]> {
  const conversation = await lockConversation(tx, session, conversationId)
  const found = await suggestForSubjects(tx, await askForScripts(tx, session, conversation))
  // The texts are filled with her name and matter, and may be asked for without opening the conversation.
  await recordLookOnce(tx, actor, conversation)
  const facts = await readFacts(tx, conversationId, session.officerId)
  const files = await filesOfScripts(tx, found)
  return found.map(({ scriptId, version, title, scenario, body, because, reasons }) => {
    const { text, missing } = fillScript(body, facts)
    const own = files.get(scriptId) ?? []
    return {
      scriptId,
      version,
      title,
      scenario,
      body,
      filled: text,
      missing,
      because,
      heard: fromHeard(reasons),
      files: own,
    }
  })
}

/** Scripts for the main subject and, in the last places, one for each further subject written of that has a script of its own. */
async function suggestForSubjects(tx: Tx, question: Question): Promise<SuggestedScript[]> {
  const main = await suggestScripts(tx, question)
  const { text, scenario, villageId, role } = question
  const further: SuggestedScript[] = []
  const subjects = scenario ? readFurther(text, scenario, await learnedModel(tx)) : []
  for (const subject of subjects.slice(0, 2)) {
    const [best] = await suggestScripts(tx, {
      ...{ text: subject.text, scenario: subject.scenario },
      ...{ villageId, role },
    })
    if (best?.scenario === subject.scenario) further.push(best)
  }
  return placeFurther(main, further)
}
