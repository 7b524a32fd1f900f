import type { MissingPapers } from '../../../contract/case-changes.ts'
import type { EventName } from '../../../contract/event-names.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { recordSecondTrip } from '../cases/record-second-trip.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import {
  type AppointmentRow,
  appointmentEvent,
  lockForOfficer,
  lockForResident,
  occasionOf,
} from './appointment-rows.ts'
import { refuseUnexplained } from './came-before.ts'
import { refuseWaived } from './refuse-waived.ts'
import { refuseStep, type Step, sayMoment } from './rules.ts'
import { recordChange } from './store.ts'
import { takeAgreementBack } from './tell-agreement.ts'

const eventOf: Record<Step, EventName> = {
  arrived: 'appointment.arrived',
  served: 'appointment.served',
  no_show: 'appointment.missed',
  cancelled: 'appointment.cancelled',
}

/** An officer writes down what became of an appointment. A cancellation is told to the resident. Throws `conflict`. */
export async function recordStep(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  step: Step,
  { note = '', missing }: { note?: string; missing?: MissingPapers } = {},
  now = new Date(),
): Promise<void> {
  const row = await lockForOfficer(tx, session, id)
  if (step === 'cancelled' && row.status === 'arrived' && !missing && !note.trim())
    throw invalid('人已经到了又没办成，请写明原因；缺材料的请选“缺材料没办成”。')
  if (step === 'served' && !missing && !note.trim()) await refuseUnexplained(tx, row, now)
  await refuseWaived(tx, row, missing)
  await recordSecondTrip(tx, actor, occasionOf(row, session.officerId), missing)
  const changeId = await takeStep(tx, actor, row, step, { officerId: session.officerId, note, now })
  if (step !== 'cancelled' || row.walkIn || !row.conversationId) return
  const because = note.trim() ? `，原因：${note.trim()}` : ''
  await tellResident(tx, actor, {
    conversationId: row.conversationId,
    body: `您约的${sayMoment(row.startsAt)}办“${row.guideName}”取消了${because}。需要的话请另约一个时间。`,
    officerId: session.officerId,
    key: `appointment-${changeId}`,
  })
}

/** The resident gives her appointment up, until it begins. */
export async function cancelAsResident(
  tx: Tx,
  actor: Actor,
  contactId: string,
  id: string,
  note = '',
  now = new Date(),
): Promise<void> {
  const row = await lockForResident(tx, contactId, id)
  if (row.startsAt <= now) throw conflict('约定的时间已经到了，不能再取消。来不了请打电话告诉派出所。')
  await takeStep(tx, actor, row, 'cancelled', { officerId: null, note, now })
}

async function takeStep(
  tx: Tx,
  actor: Actor,
  row: AppointmentRow,
  step: Step,
  by: { officerId: string | null; note: string; now: Date },
): Promise<string> {
  const refusal = refuseStep(row, step, by.now)
  if (refusal) throw conflict(refusal)
  await tx.db
    .updateTable('appointments')
    .set({ status: step })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', row.id)
    .execute()
  const changeId = await recordChange(tx, {
    appointmentId: row.id,
    status: step,
    startsAt: row.startsAt,
    officerId: by.officerId,
    byResident: by.officerId === null,
    note: by.note.trim(),
  })
  if (step === 'cancelled' || step === 'no_show') await takeAgreementBack(tx, row)
  await writeEvents(tx, actor, [
    appointmentEvent(row, eventOf[step], { guideId: row.guideId, walkIn: row.walkIn }),
  ])
  return changeId
}
