import type { Static } from 'typebox'
import type { Capture } from '../../../contract/capture.ts'
import type { Receipt } from '../../../contract/inbox.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Context } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { ensureContact } from '../residents/ensure-contact.ts'
import { linkContact } from '../residents/link-contact.ts'
import { findVisibleContact, findVisibleResident } from '../residents/visibility.ts'
import { checkOfficerFiles } from './check-files.ts'
import { conversationIdOf } from './incoming-of.ts'
import { receiveMessage } from './receive-message.ts'
import { isVillage } from './station-picture.ts'

/** How far ahead of our clock "when I heard it" may lie. */
const clockToleranceMs = 5 * 60_000

/**
 * An officer writes down what was said at the counter, on the phone or somewhere else. It enters by the same door as
 * every message, with her as its author and with who told her. Whom she named in the register the contact is linked to.
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
  if (capture.body.trim() === '' && fileIds.length === 0) throw invalid('请写几个字，或者拍张照片。')
  if (capture.villageId && !(await isVillage(context.pool, stationId, capture.villageId))) throw notFound()
  // Made from the key, so that a second tap means the same person.
  const contactId = capture.contactId ?? conversationIdOf(officerId, `contact ${capture.clientKey}`)
  const kinds = await inStation(context.pool, stationId, async (tx) => {
    if (capture.contactId) await findVisibleContact(tx, session, contactId)
    const found = await checkOfficerFiles(tx, officerId, fileIds)
    if (capture.residentId) await linkNow(tx, session, capture, contactId, requestId)
    return found
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

/**
 * Before the message is taken: a try that breaks off in between is repeated with the same key, and finds the same
 * contact, linked. Its village is where the person lives; where the matter is, the message says.
 */
async function linkNow(
  tx: Tx,
  session: OfficerSession,
  capture: Capture,
  contactId: string,
  requestId: string,
): Promise<void> {
  const residentId = capture.residentId!
  const { villageId } = await findVisibleResident(tx, session, residentId)
  const { channel, name, phone } = capture
  if (!capture.contactId) await ensureContact(tx, { id: contactId, channel, name, phone, villageId })
  await linkContact(tx, { kind: 'officer', id: session.officerId, requestId }, session, contactId, residentId)
}
