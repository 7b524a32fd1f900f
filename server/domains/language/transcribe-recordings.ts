import { readFile } from 'node:fs/promises'
import { ModelError } from '../../gateways/language/post-to-endpoint.ts'
import { transcribeSound } from '../../gateways/language/transcribe-sound.ts'
import type { Context } from '../../platform/context.ts'
import { chooseVariant } from '../../platform/files/choose-variant.ts'
import { pathOf } from '../../platform/files/file-store.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { pictureOf } from '../inbox/station-picture.ts'
import {
  awaitTranscripts,
  type ClaimedRecording,
  claimRecording,
} from '../inbox/transcripts/claim-recording.ts'
import { endWaiting, recordFailure, recordTranscript } from '../inbox/transcripts/record-transcript.ts'
import { type OpenEndpoint, openEndpoint } from './endpoint.ts'
import { isOfMinor } from './of-minor.ts'

type Working = Pick<Context, 'pool' | 'config' | 'files'>

/** At once in one process, so that a long recording does not hold up a short one. */
const atOnce = 3

/**
 * The job after messages came, and of every minute: has the recordings heard that residents sent since transcription was
 * switched on, and those that officers have asked for since. Off, what still waits is given back to people. Returns how many it had in hand.
 */
export async function transcribeRecordings(context: Working, stationId: string): Promise<number> {
  const on = await inStation(context.pool, stationId, async (tx) => {
    const endpoint = await openEndpoint(context, tx, 'transcription')
    const since = endpoint?.on ? endpoint.onSince : null
    await endWaiting(tx, since)
    if (!since) return false
    await awaitTranscripts(tx, since)
    return true
  })
  if (!on) return 0
  const counts = await Promise.all(Array.from({ length: atOnce }, () => work(context, stationId)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function work(context: Working, stationId: string): Promise<number> {
  let count = 0
  while (await transcribeNext(context, stationId)) count++
  return count
}

/** The next recording that is due; false when there is none, or it was switched off meanwhile. */
async function transcribeNext(context: Working, stationId: string): Promise<boolean> {
  const given = await inStation(context.pool, stationId, async (tx) => {
    const endpoint = await openEndpoint(context, tx, 'transcription')
    if (!endpoint?.on) return null
    const recording = await claimRecording(tx)
    if (!recording) return null
    const barred = await whyBarred(tx, recording)
    if (barred) {
      await recordFailure(tx, recording, barred, true)
      return { recording, endpoint: null, call: '' }
    }
    const call = newId()
    await tx.client.query(
      `insert into language_calls (station_id, id, kind, conversation_id, sent, officer_id) values ($1, $2, 'transcript', $3, $4, $5)`,
      [tx.stationId, call, recording.conversationId, whatLeaves(recording), recording.askedBy],
    )
    return { recording, endpoint, call }
  })
  if (!given) return false
  if (given.endpoint) await hear(context, stationId, given.recording, given.endpoint, given.call)
  return true
}

/** Why a recording stays in the house, as a sentence; null when it may go. */
async function whyBarred(
  tx: Parameters<typeof isOfMinor>[0],
  { conversationId, contactId, shownSha256 }: ClaimedRecording,
): Promise<string | null> {
  // The original may tell where it was made, or is of a kind that nothing plays.
  if (!shownSha256) return '这种录音不能交给机器，请下载原件来听。'
  return (await isOfMinor(tx, conversationId, contactId))
    ? '未成年人的事不交给外面的机器，请您听录音。'
    : null
}

/** For the list of what left. The sound itself is kept once, with the message. */
const whatLeaves = ({ seconds, mediaType }: ClaimedRecording): string =>
  `一段录音${seconds ? `，${Math.round(seconds)} 秒` : ''}（${mediaType}），没有附姓名、电话和文字`

async function hear(
  context: Working,
  stationId: string,
  recording: ClaimedRecording,
  endpoint: OpenEndpoint,
  call: string,
): Promise<void> {
  const { shownSha256, sha256, mediaType } = recording
  const { pool, files } = context
  let heard: string | null = null
  let failure: string | null = null
  try {
    const shown = chooseVariant(
      { kind: 'voice', mediaType, sha256, shownSha256 } as Parameters<typeof chooseVariant>[0],
      'shown',
    )
    const bytes = await readFile(pathOf(files, stationId, shown.sha256))
    heard = await transcribeSound(endpoint, { bytes, mediaType: shown.mediaType })
  } catch (error) {
    const lost = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!(error instanceof ModelError) && !lost) throw error
    failure = lost ? '录音文件读不出来，请告诉管理员。' : (error as Error).message
  }
  const picture = await pictureOf(pool, stationId)
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      'update language_calls set answered_at = clock_timestamp(), failure = $3 where station_id = $1 and id = $2',
      [stationId, call, failure],
    )
    if (heard !== null) await recordTranscript(tx, recording, heard, picture)
    else await recordFailure(tx, recording, failure!)
  })
}
