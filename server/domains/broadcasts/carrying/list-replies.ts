import type { BroadcastReplies } from '../../../../contract/broadcast-receipts.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { handledConversations } from '../../inbox/visibility.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'

const most = 100
const shownLetters = 200

/** What came back to a broadcast, the newest first, of matters that are hers to handle; the others are a number. */
export async function listReplies(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<BroadcastReplies> {
  await findVisibleBroadcast(tx, session, id)
  const handled = handledConversations(session, 3)
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.closed_at, coalesce(nullif(r.name, ''), nullif(k.name, ''), '') as name, v.name as village_name,
       left(m.body, ${shownLetters}) as body, m.sent_at
     from broadcast_replies p
     join conversations c on c.station_id = $1 and c.id = p.conversation_id
     join messages m on m.station_id = $1 and m.id = p.message_id
     left join contacts k on k.station_id = $1 and k.id = m.contact_id
     left join residents r on r.station_id = $1 and r.id = k.resident_id
     left join villages v on v.station_id = $1 and v.id = c.village_id
     where p.station_id = $1 and p.broadcast_id = $2 and ${handled.sql} order by m.sent_at desc limit ${most}`,
    [tx.stationId, id, ...handled.values],
  )
  const { rows: all } = await tx.client.query(
    'select count(*)::int as n from broadcast_replies where station_id = $1 and broadcast_id = $2',
    [tx.stationId, id],
  )
  await recordListed(
    tx,
    actor,
    'conversation.listed',
    rows.map((row) => row.id),
    { of: 'broadcast' },
  )
  return {
    items: rows.map((row) => ({
      conversationId: row.id,
      number: row.number,
      name: row.name,
      villageName: row.village_name,
      body: row.body,
      at: row.sent_at.toISOString(),
      open: row.closed_at === null,
    })),
    hidden: Math.max(0, all[0].n - rows.length),
  }
}
