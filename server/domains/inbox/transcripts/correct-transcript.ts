import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { lockConversation } from '../visibility.ts'

/**
 * An officer who listened writes down what is said, or strikes the machine's words (null); each is a row, and the
 * recording and what the machine heard stay. 404 for a recording of a matter that is not hers to handle.
 */
export async function correctTranscript(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  words: string | null,
): Promise<{ done: true }> {
  const { rows } = await tx.client.query(
    `select t.message_id, t.heard is null and t.next_try_at is not null as waiting, m.conversation_id from message_transcripts t
     join messages m on m.station_id = $1 and m.id = t.message_id where t.station_id = $1 and t.id = $2`,
    [tx.stationId, id],
  )
  if (!rows[0]) throw notFound()
  const { message_id: messageId, conversation_id: conversationId, waiting } = rows[0]
  const conversation = await lockConversation(tx, session, conversationId)
  if (waiting) throw conflict('机器还在转写这段录音，请等一等再改。')
  await tx.client.query(
    `insert into transcript_corrections (station_id, id, transcript_id, officer_id, words) values ($1, $2, $3, $4, $5)`,
    [tx.stationId, newId(), id, session.officerId, words],
  )
  await writeEvents(tx, actor, [
    {
      ...{ name: 'transcript.corrected', subject: { kind: 'message', id: messageId }, conversationId },
      ...{ contactId: conversation.contactId, villageId: conversation.villageId },
      data: { transcript: id, struck: words === null },
    },
  ])
  return { done: true }
}
