import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findLine } from '../inbox/reply-line.ts'
import { lockConversation } from '../inbox/visibility.ts'

/** Where the chat of a conversation is at the server. */
export type Talk = { conversationId: string; contactId: string; openKfid: string; externalUserId: string }

/**
 * The chat behind a conversation that is this officer's to handle: with the account over which the resident is answered,
 * or with the one that is named; 404 when the officer may not see it.
 */
export async function findTalk(
  tx: Tx,
  session: OfficerSession,
  conversationId: string,
  named: string | null = null,
): Promise<Talk> {
  const { contactId } = await lockConversation(tx, session, conversationId)
  const { rows } = await tx.client.query({
    name: 'find-kf-talk',
    text: 'select external_userid from kf_people where station_id = $1 and contact_id = $2',
    values: [tx.stationId, contactId],
  })
  const openKfid = await findLine(tx, contactId, named)
  if (!rows[0] || !openKfid) throw conflict('这条会话不是从微信客服来的，不能转接。')
  return { conversationId, contactId, openKfid, externalUserId: rows[0].external_userid }
}
