import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { sendMessage } from './send-message.ts'

export type Telling = {
  conversationId: string
  body: string
  /** In whose name; null for a reminder that the system sends. */
  officerId: string | null
  scriptId?: string | null
  scriptVersion?: number | null
  /** The same key tells once. */
  key?: string
}

/** Says something to the resident in her conversation: outcomes of cases, reminders. Throws `not_found`. */
export async function tellResident(tx: Tx, actor: Actor, telling: Telling): Promise<{ messageId: string }> {
  const conversation = await tx.db
    .selectFrom('conversations')
    .select(['id', 'contactId', 'villageId'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', telling.conversationId)
    .executeTakeFirst()
  if (!conversation) throw notFound()
  const { messageId, fresh } = await sendMessage(tx, {
    conversationId: conversation.id,
    contactId: conversation.contactId,
    officerId: telling.officerId,
    body: telling.body,
    script:
      telling.scriptId && telling.scriptVersion
        ? { id: telling.scriptId, version: telling.scriptVersion }
        : null,
    clientKey: telling.key ?? null,
  })
  if (fresh) {
    await writeEvents(tx, actor, [
      {
        name: 'message.sent',
        subject: { kind: 'message', id: messageId },
        conversationId: conversation.id,
        contactId: conversation.contactId,
        villageId: conversation.villageId,
      },
    ])
  }
  return { messageId }
}
