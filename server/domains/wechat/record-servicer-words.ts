import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { recordSaidElsewhere } from '../inbox/record-said-elsewhere.ts'
import { tellAccount } from '../inbox/tell-account.ts'
import { askForMedia } from './ask-for-media.ts'
import { ensureFiled } from './ensure-filed.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import { noConversation } from './note-spoken.ts'
import type { Person } from './person.ts'
import { pieceKey, readWords } from './read-words.ts'
import { findToldWords } from './same-words.ts'

/**
 * What a colleague wrote in the WeCom client stands in the conversation as her answer, whole and with its files; it
 * needs no carrying.
 */
export async function recordServicerWords(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  item: Item,
  message: KfMessage,
  person: Person,
): Promise<Handled> {
  const { conversationId } = person
  if (!conversationId) return waitForResident(item)
  await ensureFiled(context, stationId, person.contactId)
  const words = readWords(item, message)
  const messageIds = await inStation(context.pool, stationId, async (tx) => {
    // She may have said it from the sidebar, which told us first; that tells no more than fits one message.
    const told =
      words.pieces.length === 1 && (await findToldWords(tx, conversationId, words.pieces[0]!, item.sentAt))
    const ids = told ? [told] : []
    for (const [index, body] of (told ? [] : words.pieces).entries())
      ids.push(
        await recordSaidElsewhere(tx, {
          conversationId,
          contactId: person.contactId,
          body,
          key: pieceKey(item.msgid, index),
          sentAt: item.sentAt,
          by: message.servicerUserId.slice(0, 64),
        }),
      )
    await tellAccount(tx, ids, item.openKfid)
    return ids
  })
  const messageId = messageIds[0]!
  return {
    messageId,
    conversationId,
    ...(words.trouble && { trouble: words.trouble }),
    also: (tx) => askForMedia(context, tx, item, words, messageId),
  }
}

/**
 * She wrote before the resident said a word. A matter with a number begins with the resident's words, not with ours, or
 * every greeting would count as one; so these wait, and stand before hers once she writes (note-spoken.ts).
 */
function waitForResident({ externalUserId }: Item): Handled {
  return {
    failCode: noConversation,
    also: async (tx: Tx) => {
      // Locked: her first words, in another account at this very moment, either find these waiting or are seen here.
      const { rows } = await tx.client.query({
        name: 'lock-kf-person-unspoken',
        text: 'select conversation_id from kf_people where station_id = $1 and external_userid = $2 for update',
        values: [tx.stationId, externalUserId],
      })
      if (rows[0]?.conversation_id) throw new AppError('unavailable', '居民刚刚写来了，再试一次。')
    },
  }
}
