import { listMaterials } from '../../../contract/list-materials.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import { materialsOf } from '../services/views.ts'
import type { AppointmentRow } from './appointment-rows.ts'
import { sayMoment } from './rules.ts'
import { sayPlace } from './tell-agreement.ts'

/** What to bring, as a sentence; empty when nothing is needed. */
export async function sayWhatToBring(tx: Tx, guideId: string): Promise<string> {
  const materials = await materialsOf(tx, guideId)
  return materials.length > 0 ? `请带好：${listMaterials(materials)}。` : ''
}

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
    body: `给您约好了：${sayMoment(row.startsAt)}到${place}办“${row.guideName}”，不用排队。${await sayWhatToBring(tx, row.guideId)}时间不合适，请在这里告诉我们。`,
    officerId,
    key: `appointment-booked-${row.id}`,
  })
}
