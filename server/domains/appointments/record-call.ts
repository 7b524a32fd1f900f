import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { appointmentEvent, lockForOfficer } from './appointment-rows.ts'

/**
 * An officer has rung up about an appointment of which no message tells: who and when become a row, for this time of
 * the appointment only. Throws `conflict` when a colleague has already, and when there is nothing to remind of.
 */
export async function recordCall(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<void> {
  const row = await lockForOfficer(tx, session, id)
  if (row.status !== 'booked' || row.walkIn || row.startsAt <= now)
    throw conflict('这个预约已经开始、办理或取消，不用再提醒。')
  if (row.remindedAt) throw conflict('这个预约刚才已经提醒过了。')
  const { stationId } = tx
  const { startsAt } = row
  await tx.db
    .insertInto('appointmentCalls')
    .values({
      stationId,
      id: newId(),
      appointmentId: id,
      startsAt,
      officerId: session.officerId,
      calledAt: now,
    })
    .execute()
  await tx.db
    .updateTable('appointments')
    .set({ remindedAt: now })
    .where('stationId', '=', stationId)
    .where('id', '=', id)
    .execute()
  await writeEvents(tx, actor, [appointmentEvent(row, 'appointment.called')])
}
