import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { recordSaidElsewhere } from '../inbox/record-said-elsewhere.ts'
import { tellAccount } from '../inbox/tell-account.ts'
import { ensureFiled } from './ensure-filed.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import type { Person } from './person.ts'
import { findToldWords } from './same-words.ts'
import { wordsOf } from './words-of.ts'

/** What a colleague wrote in the WeCom client stands in the conversation as her answer; it needs no carrying. */
export async function recordServicerWords(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  item: Item,
  message: KfMessage,
  person: Person,
): Promise<Handled> {
  const { conversationId } = person
  // She wrote first, before the resident said a word: there is no matter yet that it belongs to.
  if (!conversationId) return { failCode: 'no_conversation' }
  await ensureFiled(context, stationId, person.contactId)
  const body = (wordsOf(message.content as never) ?? '［不能显示的内容］').slice(0, 4000)
  const messageId = await inStation(context.pool, stationId, async (tx) => {
    // She may have said it from the sidebar, which told us first.
    const id =
      (await findToldWords(tx, conversationId, body, item.sentAt)) ??
      (await recordSaidElsewhere(tx, {
        conversationId,
        contactId: person.contactId,
        body,
        key: `kf-${item.msgid}`,
        sentAt: item.sentAt,
        by: message.servicerUserId.slice(0, 64),
      }))
    await tellAccount(tx, [id], item.openKfid)
    return id
  })
  return { messageId, conversationId }
}
