import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { receiveMessage } from '../inbox/receive-message.ts'
import { ensureFiled } from './ensure-filed.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import { noteSpoken } from './note-spoken.ts'
import { conversationFor, type Person } from './person.ts'
import { lettersOf, readWords } from './read-words.ts'

type Receiving = Pick<Context, 'pool' | 'jobs' | 'log'>

/** A resident's words enter by the same deed as everybody's, once by their msgid. */
export async function receiveWords(
  context: Receiving,
  stationId: string,
  item: Item,
  message: KfMessage,
  person: Person,
): Promise<Handled> {
  const words = readWords(item, message)
  const messageIds: string[] = []
  let conversationId = conversationFor(person)
  for (const letter of lettersOf(stationId, item, words, person)) {
    const taken = await receiveMessage(context, { ...letter, ...(conversationId && { conversationId }) })
    conversationId = taken.conversationId
    messageIds.push(taken.messageId)
    failpoint('handle: after receive')
  }
  if (words.isLate) await ensureFiled(context, stationId, person.contactId)
  const spoken = {
    ...{ item, words, contactId: person.contactId, conversationId: conversationId!, messageIds },
    first: person.conversationId === null,
  }
  return {
    messageId: messageIds[0]!,
    conversationId: conversationId!,
    // Somebody reads that it came; that we could not show it is told to the maintainers, with its bytes.
    ...(words.trouble && { trouble: words.trouble }),
    also: (tx) => noteSpoken(context, tx, item.openKfid, [spoken]),
  }
}
