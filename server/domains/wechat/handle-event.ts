import type { Api } from '../../gateways/wecom/api/api.ts'
import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { markMessages } from '../inbox/mark-message.ts'
import { failDelivery } from '../inbox/settle-delivery.ts'
import { ensureFiled } from './ensure-filed.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import { noteRejection, noteServing } from './note-servicer.ts'
import { noteSessionChange } from './note-session-change.ts'
import { noConversation } from './note-spoken.ts'
import { messageIdOf } from './own-msgid.ts'
import { findPerson } from './person.ts'
import { mostPieces, pieceKey } from './read-words.ts'
import { welcomePerson } from './welcome-person.ts'

type Handling = Pick<Context, 'pool' | 'jobs' | 'log'>

/** Events tell facts about messages and sessions: each is stored beside what it is about. */
export async function handleEvent(
  context: Handling,
  api: Api | null,
  stationId: string,
  item: Item,
  message: KfMessage,
): Promise<Handled> {
  const { content } = message
  switch (content.kind) {
    case 'entered':
      return welcomePerson(context, api, stationId, item, content)
    case 'send_failed': {
      const messageId = messageIdOf(content.failedMsgid)
      if (!messageId) return { failCode: 'not_ours' }
      await inStation(context.pool, stationId, (tx) =>
        failDelivery(tx, messageId, `told_${content.failType}`),
      )
      return { messageId }
    }
    case 'recalled':
      return recall(context, stationId, item, content.msgid)
    case 'session_changed':
      return noteSessionChange(context, stationId, item, content)
    case 'servicer_status':
      return noteServing(context, stationId, item, message.servicerUserId, content)
    case 'reject_switch':
      return noteRejection(context, stationId, item, message.servicerUserId, content.on)
    default:
      return {}
  }
}

async function recall(context: Handling, stationId: string, item: Item, msgid: string): Promise<Handled> {
  const person = await findPerson(context.pool, stationId, item)
  await ensureFiled(context, stationId, person.contactId)
  return inStation(context.pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      `select message_id, conversation_id, handled_at, fail_code from kf_messages where station_id = $1 and open_kfid = $2 and msgid = $3`,
      [stationId, item.openKfid, msgid],
    )
    // Taken back before we ever saw it: then there is nothing to mark.
    if (!rows[0]) return { failCode: 'unknown_message' }
    // Said before there was a matter: this waits with it, and marks it once it is shown.
    if (rows[0].fail_code === noConversation) return { failCode: noConversation }
    if (!rows[0].message_id) {
      if (rows[0].handled_at) return { failCode: 'no_message' }
      throw new AppError('unavailable', '撤回的那一条还没有收好。')
    }
    await markMessages(tx, await piecesOf(tx, rows[0].message_id, msgid), 'recalled')
    return { messageId: rows[0].message_id, conversationId: rows[0].conversation_id }
  })
}

/** A long one lies in several pieces, each under a key of its own; all of it is taken back. */
async function piecesOf(tx: Tx, messageId: string, msgid: string): Promise<string[]> {
  const keys = Array.from({ length: mostPieces }, (_, index) => pieceKey(msgid, index))
  const { rows } = await tx.client.query({
    name: 'list-kf-pieces',
    text: `select m.id from messages m where m.station_id = $1 and m.client_key = any($3::text[])
        and m.contact_id = (select f.contact_id from messages f where f.station_id = $1 and f.id = $2)
      union select $2::uuid`,
    values: [tx.stationId, messageId, keys],
  })
  return rows.map(({ id }) => id)
}
