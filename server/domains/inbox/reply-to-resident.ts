import type { Static } from 'typebox'
import type { Reply } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { whyNotSendable } from '../scripts/views.ts'
import { checkAnswerFiles } from './check-files.ts'
import { keepMoreScripts } from './keep-more-scripts.ts'
import { checkReplyLine, countParts } from './reply-line.ts'
import { sendMessage } from './send-message.ts'
import { lockConversation } from './visibility.ts'

/**
 * An officer answers. Refused when the conversation belongs to another contact than the one on her screen, when the
 * text still has an unfilled variable, or when the script is not approved for her.
 */
export async function replyToResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  reply: Static<typeof Reply>,
): Promise<{ messageId: string }> {
  const conversation = await lockConversation(tx, session, conversationId)
  if (conversation.contactId !== reply.contactId) {
    throw conflict('这条回复不是写给当前这位居民的，没有发出。请核对后再发。')
  }
  const body = reply.body.trim()
  if (body === '' && !reply.fileIds?.length) throw invalid('还没有写内容。')
  const unfilled = body.match(/\{[^{}\n]{1,12}\}/)
  if (unfilled) throw invalid(`还有没填的内容：${unfilled[0]}，填好再发。`)
  const [script, ...moreScripts] = reply.scripts ?? []
  const isWeChat = conversation.channel === 'wechat'
  const repeated =
    (script || isWeChat) && (await wasSent(tx, conversation.contactId, session.officerId, reply))
  for (const each of repeated ? [] : (reply.scripts ?? [])) {
    const why = await whyNotSendable(tx, each, session, conversation.villageId)
    if (why) throw new AppError('forbidden', why)
  }
  await checkAnswerFiles(tx, session, reply.fileIds ?? [])
  if (isWeChat && !repeated)
    await checkReplyLine(tx, conversation.contactId, countParts(body, reply.fileIds?.length ?? 0))
  const { messageId, fresh } = await sendMessage(tx, {
    conversationId,
    contactId: conversation.contactId,
    officerId: session.officerId,
    body,
    fileIds: reply.fileIds ?? [],
    script: script ?? null,
    clientKey: reply.clientKey,
  })
  if (!fresh) return { messageId }
  if (moreScripts.length > 0) await keepMoreScripts(tx, messageId, moreScripts)
  await tx.db
    .deleteFrom('drafts')
    .where('stationId', '=', tx.stationId)
    .where('conversationId', '=', conversationId)
    .where('officerId', '=', session.officerId)
    .where('kind', '=', 'outbound')
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'message.sent',
      subject: { kind: 'message', id: messageId },
      conversationId,
      contactId: conversation.contactId,
      villageId: conversation.villageId,
      data: script ? { scriptId: script.id, scriptVersion: script.version, moreScripts } : {},
    },
  ])
  return { messageId }
}

/** A repeat of what was sent already is answered as the first time, also when the line has closed or a script was withdrawn meanwhile. */
async function wasSent(
  tx: Tx,
  contactId: string,
  officerId: string,
  { clientKey }: Static<typeof Reply>,
): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'select from messages where station_id = $1 and contact_id = $2 and client_key = $3',
    [tx.stationId, contactId, `${officerId}:${clientKey}`],
  )
  return rowCount! > 0
}
