import type { Static } from 'typebox'
import type { Capture, Receipt } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { findVisibleContact } from '../residents/visibility.ts'
import { checkOfficerFiles } from './check-files.ts'
import { conversationIdOf, receiveMessage } from './receive-message.ts'

/** How far ahead of our clock "when I heard it" may lie. */
const clockToleranceMs = 5 * 60_000

/**
 * An officer writes down what was said at the counter, on the phone or somewhere else. It enters by the same door as
 * every message, with her as its author and with who told her.
 */
export async function captureMessage(
  context: Pick<Context, 'pool' | 'jobs' | 'log'>,
  session: OfficerSession,
  capture: Capture,
  requestId: string,
): Promise<Static<typeof Receipt>> {
  const { stationId, officerId } = session
  const heardAt = new Date(capture.heardAt)
  if (heardAt.getTime() > Date.now() + clockToleranceMs) throw invalid('听说的时间还没有到，请检查。')
  const fileIds = capture.fileIds ?? []
  const { kinds, contactId } = await inStation(context.pool, stationId, async (tx) => {
    if (capture.contactId) await findVisibleContact(tx, session, capture.contactId)
    return {
      kinds: await checkOfficerFiles(tx, officerId, fileIds),
      // Made from the key, so that a second tap means the same person.
      contactId: capture.contactId ?? conversationIdOf(officerId, `contact ${capture.clientKey}`),
    }
  })
  const stored = await receiveMessage(context, {
    stationId,
    contact: {
      id: contactId,
      channel: capture.channel,
      name: capture.name,
      phone: capture.phone,
      villageId: capture.villageId ?? null,
    },
    clientKey: `capture-${capture.clientKey}`,
    body: capture.body,
    fileIds,
    hasVoice: kinds.includes('voice'),
    sentAt: heardAt,
    toldBy: capture.toldBy.trim() || null,
    actor: { kind: 'officer', id: officerId },
    requestId,
  })
  const { conversationId, messageId, number, receivedAt, emergency } = stored
  return { conversationId, messageId, number, receivedAt: receivedAt.toISOString(), emergency }
}
