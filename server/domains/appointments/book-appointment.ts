import type { Answered } from '../../../contract/own-papers.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { GuideFacts } from '../services/views.ts'
import { appointmentEvent, findAppointment } from './appointment-rows.ts'
import { checkName } from './check-name.ts'
import { carryAnswersOver, keepAnswers } from './keep-answers.ts'
import { sayMoment } from './rules.ts'
import { findByClientKey, insertAppointment, listStanding, recordChange } from './store.ts'
import { takeSlot } from './take-slot.ts'
import { tellAgreement } from './tell-agreement.ts'

export type Booking = {
  number: string
  guide: GuideFacts
  startsAt: Date
  personName: string
  phone: string
  contactId: string | null
  conversationId: string | null
  caseId: string | null
  /** Null: the resident herself books. */
  officerId: string | null
  clientKey: string
  /** Why she comes again, as the officer writes it. */
  note?: string
  /** What the family answers to the guide's questions as it books. */
  answered?: Answered | undefined
  leadMinutes: number
  now: Date
}

/** Standing appointments a resident can make by herself: enough for a family, too few to block the counter. */
const maxStanding = 3

/**
 * Books one of the counters at a time and returns the appointment's id. The same client key gets the same one again.
 * Throws `conflict` when the time is taken (with the next free ones) or the person has such an appointment already.
 */
export async function bookAppointment(tx: Tx, actor: Actor, booking: Booking): Promise<string> {
  const { contactId, guide, now } = booking
  const owner = contactId ?? booking.officerId!
  // One person's bookings come one after the other, so that what is checked here still holds at the insert.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `booking ${tx.stationId} ${owner}`,
  ])
  const earlier = await findByClientKey(tx, owner, booking.clientKey)
  if (earlier) return earlier
  if (contactId) await checkStanding(tx, booking, contactId)
  const id = newId()
  const { startsAt, leadMinutes } = booking
  await takeSlot(tx, { startsAt, minutes: guide.minutes, leadMinutes, now }, (counterId, slot) =>
    insertAppointment(tx, {
      id,
      number: booking.number,
      counterId,
      guideId: guide.id,
      contactId,
      conversationId: booking.conversationId,
      caseId: booking.caseId,
      personName: checkName(booking.personName),
      phone: booking.phone.trim(),
      slot,
      status: 'booked',
      walkIn: false,
      officerId: booking.officerId,
      clientKey: booking.clientKey,
    }),
  )
  await recordChange(tx, {
    appointmentId: id,
    status: 'booked',
    startsAt,
    officerId: booking.officerId,
    byResident: booking.officerId === null,
    note: booking.note ?? '',
  })
  const row = await findAppointment(tx, id)
  await carryAnswersOver(tx, actor, row)
  if (booking.answered)
    await keepAnswers(tx, actor, row, booking.answered, { officerId: booking.officerId, at: new Date() })
  await tellAgreement(tx, row)
  await writeEvents(tx, actor, [
    appointmentEvent(row, 'appointment.booked', { guideId: guide.id, startsAt: row.startsAt.toISOString() }),
  ])
  return id
}

async function checkStanding(tx: Tx, booking: Booking, contactId: string): Promise<void> {
  const standing = await listStanding(tx, contactId, booking.now)
  const same = standing.find((appointment) => appointment.guideId === booking.guide.id)
  if (same) {
    throw conflict(
      `已经约了${sayMoment(same.startsAt)}办“${booking.guide.name}”，不用再约。要换时间，请在那个预约上改。`,
      {
        appointmentId: same.id,
        number: same.number,
      },
    )
  }
  if (booking.officerId === null && standing.length >= maxStanding) {
    throw conflict(`您已经有 ${standing.length} 个没办的预约，办好一个再约，或者打电话请民警帮您约。`)
  }
}
