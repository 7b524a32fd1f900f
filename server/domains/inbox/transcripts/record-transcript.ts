import { writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { reopenConversation } from '../reopen-conversation.ts'
import type { StationPicture } from '../station-picture.ts'
import { readMessage } from '../triage/read-message.ts'
import { type ClaimedRecording, mostTries, pauseAfter } from './claim-recording.ts'

type Place = Pick<ClaimedRecording, 'messageId' | 'conversationId' | 'contactId'>

const system = { kind: 'system', id: null } as const

/**
 * What a machine heard stands below the recording. Read like a message it may raise the matter to an emergency, and that
 * is all it may do: it lowers nothing, sorts nothing, closes and answers nothing. A matter closed meanwhile is opened
 * again and waits, as it would by her message. Where a person has said since the recording came whether it is an
 * emergency, the person's word stands. A second answer to the same recording is dropped.
 */
export async function recordTranscript(
  tx: Tx,
  recording: ClaimedRecording,
  heard: string,
  picture: Pick<StationPicture, 'villages' | 'townName' | 'model'>,
): Promise<{ raised: boolean }> {
  const { villages, townName, model } = picture
  const reading = heard === '' ? null : readMessage({ text: heard, villages, townName }, model)
  const danger = reading?.emergency
    ? reading.reasons
        .filter(({ kind }) => kind === 'emergency')
        .map(({ word }) => word)
        .filter(Boolean)
        .join('、')
        .slice(0, 300)
    : null
  const { rowCount } = await tx.client.query(
    `update message_transcripts set heard = $3, heard_at = clock_timestamp(), failure = null, next_try_at = null, danger = $4
     where station_id = $1 and id = $2 and heard is null`,
    [tx.stationId, recording.id, heard, danger],
  )
  if (rowCount === 0) return { raised: false }
  const raised = danger !== null && (await raise(tx, recording))
  await tell(tx, recording, raised ? ['transcript.heard', 'transcript.raised'] : ['transcript.heard'])
  return { raised }
}

/**
 * Why there is no transcript yet, or will be none: `final`, or after the last try. Who waits for it is told either way. A
 * person listens, as ever.
 */
export async function recordFailure(
  tx: Tx,
  recording: ClaimedRecording,
  failure: string,
  final = false,
): Promise<void> {
  const pause = final ? null : pauseAfter(recording.tries)
  const { rowCount } = await tx.client.query(
    `update message_transcripts set failure = left($3, 200),
       next_try_at = clock_timestamp() + make_interval(secs => $4::int)
     where station_id = $1 and id = $2 and heard is null`,
    [tx.stationId, recording.id, failure, pause],
  )
  if (rowCount) await tell(tx, recording, [pause === null ? 'transcript.failed' : 'transcript.try_failed'])
}

/** SQL that is true for a transcript (alias t) whose recording may leave, by when it came or was asked for ($2: since when). */
const mayLeave = `coalesce(t.received_at >= $2::timestamptz or exists (select from transcript_requests q
  where q.station_id = $1 and q.transcript_id = t.id and q.asked_at >= $2), false)`

/**
 * What waits and will not be heard any more says so, so that a person writes it down: what was sent before `since`, the
 * moment from which on recordings may leave (null: none may), unless somebody has asked for it since; and what was asked about as often as may be, each time by a
 * process that is gone. What is being asked about at this moment may still be answered.
 */
export async function endWaiting(tx: Tx, since: Date | null): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'end-waiting-recordings',
    text: `update message_transcripts t set next_try_at = null,
             failure = case when ${mayLeave} then coalesce(t.failure, '问了几次都没有回音') else '转写关过，这段没有交给机器' end
           from messages m where t.station_id = $1 and m.station_id = $1 and m.id = t.message_id
             and t.heard is null and t.next_try_at is not null
             and (not ${mayLeave}
               or t.tries >= ${mostTries} and t.next_try_at <= clock_timestamp())
           returning t.message_id as "messageId", m.conversation_id as "conversationId", m.contact_id as "contactId"`,
    values: [tx.stationId, since],
  })
  for (const recording of rows as Place[]) await tell(tx, recording, ['transcript.failed'])
}

async function raise(tx: Tx, recording: ClaimedRecording): Promise<boolean> {
  const { messageId, conversationId, contactId } = recording
  // One that was closed as an emergency says so itself: who closed it has seen to it as that.
  const { rows } = await tx.client.query({
    name: 'raise-by-recording',
    text: `update conversations c set emergency = true
      from messages m where c.station_id = $1 and c.id = $2 and m.station_id = $1 and m.id = $3 and not c.emergency
        and not exists (select from triage_corrections t where t.station_id = $1 and t.conversation_id = c.id
          and t.field = 'emergency' and t.corrected_at > m.received_at)
      returning c.village_id as "villageId", c.closed_at is not null as closed`,
    values: [tx.stationId, conversationId, messageId],
  })
  if (!rows[0]) return false
  const { villageId, closed } = rows[0]
  if (closed)
    await reopenConversation(tx, system, { id: conversationId, contactId, villageId }, { waiting: true })
  return true
}

async function tell(
  tx: Tx,
  { messageId, conversationId, contactId }: Place,
  names: ('transcript.heard' | 'transcript.try_failed' | 'transcript.failed' | 'transcript.raised')[],
): Promise<void> {
  const { rows } = await tx.client.query(
    'select village_id as "villageId" from conversations where station_id = $1 and id = $2',
    [tx.stationId, conversationId],
  )
  await writeEvents(
    tx,
    system,
    names.map((name) => ({
      name,
      subject: { kind: 'message', id: messageId },
      conversationId,
      contactId,
      villageId: rows[0]?.villageId ?? null,
    })),
  )
}
