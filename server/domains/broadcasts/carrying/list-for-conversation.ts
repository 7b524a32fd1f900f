import type { ConversationBroadcasts } from '../../../../contract/broadcast-receipts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { recordLookOnce } from '../../inbox/record-look.ts'
import { lockVisibleConversation } from '../../inbox/visibility.ts'

/** Beside a matter: the broadcasts to which what the resident wrote may be an answer. */
export async function listBroadcastsOfConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
): Promise<ConversationBroadcasts> {
  const conversation = await lockVisibleConversation(tx, session, conversationId)
  const { rows } = await tx.client.query({
    name: 'list-broadcasts-of-conversation',
    text: `select distinct on (b.id) b.id, b.number, v.title, p.message_id, p.at from broadcast_replies p
      join broadcasts b on b.station_id = $1 and b.id = p.broadcast_id
      join broadcast_steps g on g.station_id = $1 and g.broadcast_id = b.id and g.step = 'started'
      join broadcast_versions v on v.station_id = $1 and v.broadcast_id = b.id and v.version = g.version
      where p.station_id = $1 and p.conversation_id = $2 order by b.id desc, p.at`,
    values: [tx.stationId, conversationId],
  })
  await recordLookOnce(tx, actor, conversation)
  return {
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      messageId: row.message_id,
      at: row.at.toISOString(),
    })),
  }
}
