import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** Tries for one recording, with these pauses after a failed one, in seconds. */
const pauses = [30, 240] as const
export const mostTries = pauses.length + 1

/** A try that has told nothing after so long is counted as lost: its process is gone. */
const lostAfterSeconds = 180

/** What came longer ago is not looked for any more. */
const freshDays = 2

export type ClaimedRecording = {
  id: string
  messageId: string
  fileId: string
  conversationId: string
  contactId: string
  mediaType: string
  seconds: number | null
  /** Of the sound without what is not sound; null where it could not be told apart. */
  shownSha256: string | null
  sha256: string
  tries: number
  /** Who asked for it last; null: nobody, it had come by itself. */
  askedBy: string | null
}

/**
 * Puts down that the recordings residents have sent since `since` are to be heard, each once however often it is asked.
 * Returns how many are new.
 */
export async function awaitTranscripts(tx: Tx, since: Date): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'recordings-without-transcript',
    text: `select m.id as message_id, x.file_id, m.received_at from messages m
           join message_files x on x.station_id = $1 and x.message_id = m.id
           join files f on f.station_id = $1 and f.id = x.file_id and f.kind = 'voice'
           where m.station_id = $1 and m.direction = 'inbound'
             and m.received_at >= greatest($2::timestamptz, clock_timestamp() - make_interval(days => ${freshDays}))
             and not exists (select from message_transcripts t where t.station_id = $1 and t.message_id = m.id and t.file_id = x.file_id)
           order by m.received_at limit 500`,
    values: [tx.stationId, since],
  })
  for (const row of rows)
    await tx.client.query(
      `insert into message_transcripts (station_id, id, message_id, file_id, received_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [tx.stationId, newId(), row.message_id, row.file_id, row.received_at],
    )
  return rows.length
}

/** The one that has waited longest, for one process alone; its try is counted before it is made. Null: nothing is due. */
export async function claimRecording(tx: Tx): Promise<ClaimedRecording | null> {
  const { rows } = await tx.client.query({
    name: 'claim-recording',
    text: `update message_transcripts t set tries = tries + 1, next_try_at = clock_timestamp() + make_interval(secs => ${lostAfterSeconds})
           from messages m, files f
           where t.station_id = $1 and m.station_id = $1 and m.id = t.message_id and f.station_id = $1 and f.id = t.file_id
             and t.id = (select d.id from message_transcripts d where d.station_id = $1 and d.heard is null
               and d.next_try_at <= clock_timestamp() and d.tries < ${mostTries}
               order by d.next_try_at, d.id limit 1 for update skip locked)
           returning t.id, t.message_id as "messageId", t.file_id as "fileId", m.conversation_id as "conversationId",
             m.contact_id as "contactId", f.media_type as "mediaType", f.seconds, f.shown_sha256 as "shownSha256", f.sha256,
             t.tries::int, (select q.officer_id from transcript_requests q where q.station_id = $1 and q.transcript_id = t.id
               order by q.asked_at desc, q.id desc limit 1) as "askedBy"`,
    values: [tx.stationId],
  })
  return rows[0] ?? null
}

/** Until when it is not tried again; null: not any more. */
export const pauseAfter = (tries: number): number | null => pauses[tries - 1] ?? null
