import type { ResidentBooking } from '../../../contract/appointments.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findOpenConversation } from '../inbox/find-open-conversation.ts'
import { findConversation } from '../inbox/views.ts'
import { ensureContact } from '../residents/ensure-contact.ts'
import { bookAppointment } from './book-appointment.ts'
import { findBookableGuide } from './list-slots.ts'
import { residentLeadMinutes } from './rules.ts'

/**
 * A resident books for herself: from one of her talks, else the reminder goes to her newest open one, when she has any.
 * `number` comes from nextNumber. Returns the appointment's id.
 */
export async function bookAsResident(
  tx: Tx,
  actor: Actor,
  contactId: string,
  number: string,
  booking: ResidentBooking,
  now = new Date(),
): Promise<string> {
  // A phone that has never written has no row yet.
  await ensureContact(tx, { id: contactId, channel: 'web', name: booking.name, phone: booking.phone })
  const guide = await findBookableGuide(tx, booking.guideSlug)
  if (booking.conversationId) {
    const conversation = await findConversation(tx, booking.conversationId)
    if (conversation?.contactId !== contactId) throw notFound()
  }
  return bookAppointment(tx, actor, {
    number,
    guide,
    startsAt: new Date(booking.startsAt),
    personName: booking.name,
    phone: booking.phone,
    contactId,
    conversationId: booking.conversationId ?? (await findOpenConversation(tx, contactId)),
    caseId: null,
    officerId: null,
    clientKey: booking.clientKey,
    answered: booking.answered,
    leadMinutes: residentLeadMinutes,
    now,
  })
}
