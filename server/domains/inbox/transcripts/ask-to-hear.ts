import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { LockedConversation } from '../visibility.ts'

export type AskedRecording = { messageId: string; fileId: string }

/**
 * An officer asks that a resident's recording be heard by the machine: it stands in the queue with all its tries before it,
 * however long ago it came. Returns false where it stands there already. Throws `not_found` for what is no recording of a
 * resident in this conversation, `conflict` where it was heard, or written down by a person.
 */
export async function askToHear(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversation: LockedConversation,
  { messageId, fileId }: AskedRecording,
): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select m.received_at as "receivedAt", t.id, t.next_try_at is not null as waiting, t.heard is not null
         or exists (select from transcript_corrections k where k.station_id = $1 and k.transcript_id = t.id) as known
     from messages m
     join message_files x on x.station_id = $1 and x.message_id = m.id and x.file_id = $4
     join files f on f.station_id = $1 and f.id = x.file_id and f.kind = 'voice'
     left join message_transcripts t on t.station_id = $1 and t.message_id = m.id and t.file_id = x.file_id
     where m.station_id = $1 and m.conversation_id = $2 and m.id = $3 and m.direction = 'inbound'`,
    [tx.stationId, conversation.id, messageId, fileId],
  )
  const recording = rows[0]
  if (!recording) throw notFound()
  if (recording.known) throw conflict('这段录音已经有听写的字了，请刷新看一看。')
  if (recording.waiting) return false
  const { rows: queued } = await tx.client.query(
    `insert into message_transcripts as t (station_id, id, message_id, file_id, received_at) values ($1, $2, $3, $4, $5)
     on conflict (station_id, message_id, file_id)
     do update set tries = 0, failure = null, next_try_at = clock_timestamp() returning t.id`,
    [tx.stationId, newId(), messageId, fileId, recording.receivedAt],
  )
  await tx.client.query(
    `insert into transcript_requests (station_id, id, transcript_id, officer_id) values ($1, $2, $3, $4)`,
    [tx.stationId, newId(), queued[0].id, session.officerId],
  )
  await writeEvents(tx, actor, [
    {
      ...{ name: 'transcript.asked', subject: { kind: 'message', id: messageId } },
      ...{ conversationId: conversation.id, contactId: conversation.contactId },
      ...{ villageId: conversation.villageId, data: { transcript: queued[0].id } },
    },
  ])
  return true
}

/** How many transcripts an officer has asked for in the last quarter of an hour. */
export async function countAskedToHear(tx: Tx, officerId: string): Promise<number> {
  const { rows } = await tx.client.query(
    `select count(*)::int as n from transcript_requests where station_id = $1 and officer_id = $2
       and asked_at > clock_timestamp() - interval '15 minutes'`,
    [tx.stationId, officerId],
  )
  return rows[0].n
}
