import type { OfficerBooking } from '../../../contract/appointments.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleCase } from '../cases/views.ts'
import { findOpenConversation } from '../inbox/find-open-conversation.ts'
import { findConversation } from '../inbox/views.ts'
import { findAppointment } from './appointment-rows.ts'
import { bookAppointment } from './book-appointment.ts'
import { cameBefore } from './came-before.ts'
import { findBookableGuide } from './list-slots.ts'
import { sayMoment } from './rules.ts'
import { tellBooking } from './tell-booking.ts'

/** Whose matter an officer books or receives for: checked against what she may see. */
export type MatterRef = {
  contactId?: string | undefined
  conversationId?: string | undefined
  caseId?: string | undefined
}

/**
 * An officer books for a resident, up to the moment the time begins; the resident is told in her conversation when she
 * has one. Whoever was received for the same already is booked again only with a word on why; throws `conflict`. `number` comes from nextNumber.
 */
export async function bookAsOfficer(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  number: string,
  booking: OfficerBooking,
  now = new Date(),
): Promise<string> {
  const guide = await findBookableGuide(tx, booking.guideSlug)
  const matter = await findMatter(tx, session, booking)
  const { contactId } = matter
  const conversationId =
    matter.conversationId ?? (contactId && (await findOpenConversation(tx, contactId, session)))
  const note = booking.again?.trim() ?? ''
  const before = note ? null : await cameBefore(tx, { ...matter, guideId: guide.id }, now)
  if (before)
    throw conflict(`${sayMoment(before)}已经来办过“${guide.name}”。为什么还要再来一趟，请写一句再约。`, {
      cameAt: before.toISOString(),
    })
  const id = await bookAppointment(tx, actor, {
    number,
    note,
    guide,
    startsAt: new Date(booking.startsAt),
    personName: booking.name,
    phone: booking.phone,
    ...matter,
    conversationId,
    officerId: session.officerId,
    clientKey: booking.clientKey,
    answered: booking.answered,
    leadMinutes: 0,
    now,
  })
  if (conversationId) await tellBooking(tx, actor, await findAppointment(tx, id), session.officerId)
  return id
}

/** The contact, conversation and case that belong together. Throws `not_found` for what she may not see. */
export async function findMatter(tx: Tx, session: OfficerSession, ref: MatterRef) {
  const found = ref.caseId ? await findVisibleCase(tx, session, ref.caseId) : null
  if (ref.caseId && !found) throw notFound()
  const conversationId = ref.conversationId ?? found?.conversationId ?? null
  const conversation = conversationId ? await findConversation(tx, conversationId) : null
  if (ref.conversationId) {
    if (!conversation || !reaches(session, conversation.villageId, conversation.assigneeId)) throw notFound()
  }
  const contactId = ref.contactId ?? conversation?.contactId ?? found?.contactId ?? null
  for (const other of [conversation?.contactId, found?.contactId]) {
    if (contactId && other && other !== contactId)
      throw conflict('会话、案件和联系人不是同一位居民，请刷新后再约。')
  }
  // Known by the conversation or the case, or else seen by herself: a case may have nobody yet.
  const known = [conversation?.contactId, found?.contactId].includes(ref.contactId)
  if (ref.contactId && !known) {
    const contact = await tx.db
      .selectFrom('contacts')
      .select('villageId')
      .where('stationId', '=', tx.stationId)
      .where('id', '=', ref.contactId)
      .executeTakeFirst()
    if (!contact || !reaches(session, contact.villageId, null)) throw notFound()
  }
  return { contactId, conversationId, caseId: ref.caseId ?? null }
}

function reaches(session: OfficerSession, villageId: string | null, assigneeId: string | null): boolean {
  if (session.scope === 'station') return true
  return villageId === null || session.villageIds.includes(villageId) || assigneeId === session.officerId
}
