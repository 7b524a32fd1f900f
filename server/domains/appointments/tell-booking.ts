import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import type { AppointmentRow } from './appointment-rows.ts'
import { sayOwnList } from './own-lists.ts'
import { sayMoment } from './rules.ts'
import { sayPlace } from './tell-agreement.ts'

/** Tells the resident in her conversation what an officer has booked for her: when, where, what to bring. Once. */
export async function tellBooking(
  tx: Tx,
  actor: Actor,
  row: AppointmentRow,
  officerId: string,
): Promise<void> {
  if (!row.conversationId) return
  const place = await sayPlace(tx, row.counterName)
  await tellResident(tx, actor, {
    conversationId: row.conversationId,
    body: `给您约好了：${sayMoment(row.startsAt)}到${place}办“${row.guideName}”，不用排队。${await sayOwnList(tx, row)}时间不合适，请在这里告诉我们。`,
    officerId,
    key: `appointment-booked-${row.id}`,
  })
}
