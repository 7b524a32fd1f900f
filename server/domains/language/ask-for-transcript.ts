import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type AskedRecording, askToHear, countAskedToHear } from '../inbox/transcripts/ask-to-hear.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { openEndpoint } from './endpoint.ts'

/** So many an officer may ask for in a quarter of an hour: each costs money, and sends a voice out. */
const mostAQuarter = 20

/**
 * An officer asks for the transcript of a recording that came before transcription was switched on, or that was not managed;
 * the job hears it under the rules of those that come by themselves. Asking while it waits is the same as once.
 */
export async function askForTranscript(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  recording: AskedRecording,
): Promise<{ done: true }> {
  const conversation = await lockConversation(tx, session, conversationId)
  const endpoint = await openEndpoint(context, tx, 'transcription')
  if (!endpoint?.on) throw conflict('语音转写没有打开，要用请所长到“设置 · 外接模型”里打开。')
  if ((await countAskedToHear(tx, session.officerId)) >= mostAQuarter)
    throw new AppError('too_many', '一刻钟里请机器听写的太多了，请过一会儿再用，或者自己听。')
  await askToHear(tx, actor, session, conversation, recording)
  return { done: true }
}
