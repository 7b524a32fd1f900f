import type { Static } from 'typebox'
import type { FilledScriptPage, SendableQuery } from '../../../contract/sendable-scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listScripts } from '../scripts/list-scripts.ts'
import { fillScript } from '../scripts/rules.ts'
import { readFacts } from './conversation-facts.ts'
import { recordLookOnce } from './record-look.ts'
import { lockConversation } from './visibility.ts'

/** The library as it may be sent in a conversation today, every text filled with what is known there. */
export async function listSendable(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  query: SendableQuery,
): Promise<Static<typeof FilledScriptPage>> {
  const conversation = await lockConversation(tx, session, conversationId)
  const { villageId } = conversation
  const page = await listScripts(tx, session, { ...query, state: 'usable', villageId, sendable: true })
  // What is filled in is the resident's.
  await recordLookOnce(tx, actor, conversation)
  const facts = await readFacts(tx, conversationId, session.officerId)
  const items = page.items.map(({ id, version, title, body, basis, stage, files, spoken }) => {
    const { text, missing } = fillScript(body, facts)
    return {
      ...{ scriptId: id, version, title, body, basis, stage, filled: text, missing, files },
      spoken: fillScript(spoken, facts).text,
    }
  })
  return { ...page, items }
}
