import type { ClosureBody } from '../../../contract/inbox-handling.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { requireDoor } from '../residents/digital-door.ts'
import { sendMessage } from './send-message.ts'
import { lockConversation } from './visibility.ts'

/**
 * A person closes a conversation and says how it ended; with `tell` the outcome goes to the resident in the same
 * transaction, and is refused when no message reaches her; `toldWay` keeps how else she was told. Refused while a case holds it, when it is already closed (a colleague was quicker), and for an
 * emergency when an auxiliary tries: she may not decide (State Council Office 2016 No. 114, art. 3).
 */
export async function closeConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  closing: ClosureBody,
): Promise<{ closureId: string }> {
  const conversation = await lockConversation(tx, session, conversationId)
  if (conversation.closedAt) throw conflict('这件事刚才已经由同事办结了，请看最新情况。')
  if (session.role === 'auxiliary' && (conversation.emergency || closing.emergency)) {
    throw new AppError('forbidden', '紧急事项要由民警办结，请转给民警。')
  }
  const held = await tx.client.query(
    'select from conversation_holds where station_id = $1 and conversation_id = $2 and released_at is null',
    [tx.stationId, conversationId],
  )
  if (held.rowCount) throw conflict('还有案件没有办完，先办完案件，再回来办结。')
  const outcome = closing.outcome.trim()
  const told = closing.tell ? await requireDoor(tx, conversation.contactId) : (closing.toldWay ?? null)
  if (closing.tell) {
    await sendMessage(tx, {
      conversationId,
      contactId: conversation.contactId,
      officerId: session.officerId,
      body: outcome,
    })
  }
  const closureId = newId()
  await tx.db
    .insertInto('closures')
    .values({
      stationId: tx.stationId,
      id: closureId,
      conversationId,
      officerId: session.officerId,
      // "Emergency" once set by a person stays (docs/figures); the machine's reading does not count.
      emergency: closing.emergency,
      settlement: closing.settlement,
      outcome,
      outcomeToldAt: told ? new Date() : null,
      outcomeToldBy: told,
    })
    .execute()
  await tx.db
    .updateTable('conversations')
    .set({ closedAt: new Date(), waitingSince: null, emergency: closing.emergency })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', conversationId)
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'conversation.closed',
      subject: { kind: 'conversation', id: conversationId },
      conversationId,
      contactId: conversation.contactId,
      villageId: conversation.villageId,
      data: { settlement: closing.settlement, emergency: closing.emergency, told: told !== null },
    },
  ])
  return { closureId }
}
