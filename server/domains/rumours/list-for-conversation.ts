import type { ConversationRumours } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { foldText } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { recordLookOnce } from '../inbox/record-look.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { villageScope } from '../residents/visibility.ts'
import { hadVersions, newestCorrection, stateIn } from './read-asking.ts'
import { inVillages, rumourRows } from './rumour-rows.ts'

const lastMessages = 3
const most = 20

/**
 * Beside a matter: the rumours it is tied to, then the open ones, those first that share the most with what the resident
 * said last. A person ties; nothing does it by itself.
 */
export async function listForConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
): Promise<ConversationRumours> {
  const conversation = await lockConversation(tx, session, conversationId)
  const { rows: said } = await tx.client.query(
    `select body from messages where station_id = $1 and conversation_id = $2 and direction = 'inbound'
     order by sent_at desc, id desc limit ${lastMessages}`,
    [tx.stationId, conversationId],
  )
  const { rows } = await tx.client.query(
    `select x.*, c.conversation_id is not null as tied, b.body, k.version as correction, k.corrects_version,
       case when c.conversation_id is null then '{}' else ${hadVersions} end as had
     from (${rumourRows} and ${inVillages(2)}) x
     left join rumour_conversations c on c.station_id = $1 and c.rumour_id = x.id and c.conversation_id = $3
     left join rumour_replies b on b.station_id = $1 and b.rumour_id = x.id and b.version = x.current_version
     ${newestCorrection}
     where c.conversation_id is not null or x.stage <> 'ended' order by x.recorded_at desc`,
    [tx.stationId, villageScope(session), conversationId],
  )
  // Which of them its words are like tells something of them.
  await recordLookOnce(tx, actor, conversation)
  const text = pairsOf(said.map(({ body }) => body).join('\n'))
  const items = rows.map((row) => {
    const correction = row.correction ? { version: row.correction, corrects: row.corrects_version } : null
    const stateOf = stateIn({ currentVersion: row.current_version }, correction)
    return {
      id: row.id as string,
      words: row.words as string,
      tied: row.tied as boolean,
      shared: [...pairsOf(row.words)].filter((pair) => text.has(pair)).length,
      stage: row.stage,
      reply: row.body ? { version: row.current_version as number, body: row.body as string } : null,
      state: stateOf(row.had),
    }
  })
  const ordered = items.sort((a, b) => Number(b.tied) - Number(a.tied) || b.shared - a.shared)
  return { items: ordered.slice(0, most) }
}

/** Runs of two letters, marks and blanks aside. */
function pairsOf(text: string): Set<string> {
  const letters = [...foldText(text).replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}
