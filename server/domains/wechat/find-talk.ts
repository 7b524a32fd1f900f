import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockConversation } from '../inbox/visibility.ts'

/** Where the chat of a conversation is at the server. */
export type Talk = { conversationId: string; contactId: string; openKfid: string; externalUserId: string }

/** The chat behind a conversation that is this officer's to handle; 404 when she may not see it. */
export async function findTalk(tx: Tx, session: OfficerSession, conversationId: string): Promise<Talk> {
  const { contactId } = await lockConversation(tx, session, conversationId)
  const { rows } = await tx.client.query({
    name: 'find-kf-talk',
    text: 'select open_kfid, external_userid from kf_people where station_id = $1 and contact_id = $2',
    values: [tx.stationId, contactId],
  })
  if (!rows[0]) throw conflict('这条会话不是从微信客服来的，不能转接。')
  return { conversationId, contactId, openKfid: rows[0].open_kfid, externalUserId: rows[0].external_userid }
}
