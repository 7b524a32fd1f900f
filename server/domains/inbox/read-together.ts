import type { Context } from '../../platform/context.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { IncomingMessage } from './arrivals.ts'
import { incomingOf, type ReceivedMessage, requireWords, villageOf } from './incoming-of.ts'
import { pictureOf } from './station-picture.ts'

/** With the number of the conversation where it is known. */
type ReceivedTogether = ReceivedMessage & { number?: string }

/**
 * For a channel that brings many at once: makes all of each message, in their order, as receiveMessage does of one. The
 * first message of a contact without a conversation opens one, and her others go into it. Stored by storeTogether, in
 * the channel's own transaction; this here comes before that, as numbers may need a connection of their own.
 */
export async function readTogether(
  context: Pick<Context, 'pool'>,
  stationId: string,
  messages: ReceivedTogether[],
): Promise<IncomingMessage[]> {
  const picture = await pictureOf(context.pool, stationId)
  const day = stationDay(new Date())
  const opened = new Map<string, IncomingMessage>()
  const incoming: IncomingMessage[] = []
  for (const message of messages) {
    requireWords(message)
    const villageId = await villageOf(context, message)
    const known = message.conversationId ? message : opened.get(message.contact.id)
    const number = known?.number ?? (await nextNumber(context.pool, stationId, 'conversation', day))
    const { conversationId } = known ?? {}
    const made = incomingOf(
      picture,
      { ...message, ...(conversationId && { conversationId }) },
      { villageId, number },
    )
    if (made.opens) opened.set(message.contact.id, made)
    incoming.push(made)
  }
  return incoming
}
