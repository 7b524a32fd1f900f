import type { MissingPapers } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { recordSecondTrip } from '../cases/record-second-trip.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import {
  type AppointmentRow,
  appointmentEvent,
  findAppointment,
  lockForOfficer,
  lockForResident,
  occasionOf,
} from './appointment-rows.ts'
import { refuseWaived } from './refuse-waived.ts'
import { residentLeadMinutes, sayMoment } from './rules.ts'
import { moveAppointment, recordChange } from './store.ts'
import { takeSlot } from './take-slot.ts'
import { sayPlace, tellAgreement } from './tell-agreement.ts'

export type Move = { startsAt: string; note?: string | undefined; missing?: MissingPapers }

/** An officer moves a booked appointment; the resident is told in her conversation. The old time stays if the new is taken. */
export async function rescheduleAsOfficer(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  move: Move,
  now = new Date(),
): Promise<void> {
  const row = await lockForOfficer(tx, session, id)
  await refuseWaived(tx, row, move.missing)
  await recordSecondTrip(tx, actor, occasionOf(row, session.officerId), move.missing)
  const { moved, changeId } = await reschedule(tx, actor, row, move, {
    officerId: session.officerId,
    leadMinutes: 0,
    now,
  })
  if (moved.conversationId) {
    const place = await sayPlace(tx, moved.counterName)
    const body = `您办“${moved.guideName}”的预约改了时间：原来是${sayMoment(row.startsAt)}，改到${sayMoment(moved.startsAt)}，地点${place}。时间不合适请在这里告诉我们。`
    await tellResident(tx, actor, {
      conversationId: moved.conversationId,
      body,
      officerId: session.officerId,
      key: `appointment-${changeId}`,
    })
  }
}

/** The resident moves her own appointment, until it begins. */
export async function rescheduleAsResident(
  tx: Tx,
  actor: Actor,
  contactId: string,
  id: string,
  move: Move,
  now = new Date(),
): Promise<void> {
  const row = await lockForResident(tx, contactId, id)
  if (row.startsAt <= now) throw conflict('约定的时间已经到了，不能再改。来不了请打电话告诉派出所。')
  await reschedule(tx, actor, row, move, { officerId: null, leadMinutes: residentLeadMinutes, now })
}

async function reschedule(
  tx: Tx,
  actor: Actor,
  row: AppointmentRow,
  move: Move,
  by: { officerId: string | null; leadMinutes: number; now: Date },
): Promise<{ moved: AppointmentRow; changeId: string }> {
  if (row.status !== 'booked' || row.walkIn) throw conflict('这个预约已经办理或取消，不能再改时间。')
  const startsAt = new Date(move.startsAt)
  if (startsAt.getTime() === row.startsAt.getTime()) throw conflict('新时间和原来的一样，没有改动。')
  await takeSlot(
    tx,
    { startsAt, minutes: row.minutes, leadMinutes: by.leadMinutes, now: by.now },
    (counterId, slot) => moveAppointment(tx, row.id, counterId, slot),
    row.counterId,
  )
  const changeId = await recordChange(tx, {
    appointmentId: row.id,
    status: 'booked',
    startsAt,
    officerId: by.officerId,
    byResident: by.officerId === null,
    note: move.note?.trim() ?? '',
  })
  const moved = await findAppointment(tx, row.id)
  await tellAgreement(tx, moved)
  const data = { from: row.startsAt.toISOString(), to: moved.startsAt.toISOString() }
  await writeEvents(tx, actor, [appointmentEvent(moved, 'appointment.rescheduled', data)])
  return { moved, changeId }
}
