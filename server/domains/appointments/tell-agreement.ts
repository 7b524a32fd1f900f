import { listFact } from '../../../contract/list-materials.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellFacts } from '../inbox/conversation-facts.ts'
import { findGuide } from '../services/views.ts'
import type { AppointmentRow } from './appointment-rows.ts'
import { ownListOf } from './own-lists.ts'
import { sayMoment } from './rules.ts'

/** Where to come: the station's name, the counter and the address. */
export async function sayPlace(tx: Tx, counterName: string): Promise<string> {
  const { name, address } = await readStation(tx)
  return `${name}${counterName}${address ? `（${address}）` : ''}`
}

export async function readStation(tx: Tx): Promise<{ name: string; address: string; phone: string }> {
  const { rows } = await tx.client.query({
    name: 'read-station-place',
    text: 'select name, address, phone from stations where id = $1',
    values: [tx.stationId],
  })
  return rows[0]
}

/** Gives the scripts of the conversation what was agreed: the time, the place, what it is about and what to bring. */
export async function tellAgreement(tx: Tx, appointment: AppointmentRow): Promise<void> {
  if (!appointment.conversationId) return
  const guide = await findGuide(tx, { id: appointment.guideId })
  await tellFacts(tx, appointment.conversationId, {
    约定时间: sayMoment(appointment.startsAt),
    约定地点: await sayPlace(tx, appointment.counterName),
    事项名称: appointment.guideName,
    材料清单: listFact(await ownListOf(tx, appointment)),
    办理时限: guide?.timeLimit ?? null,
  })
}

/** Takes the agreed time back, so that no script promises a time that is gone. */
export async function takeAgreementBack(tx: Tx, appointment: AppointmentRow): Promise<void> {
  if (appointment.conversationId)
    await tellFacts(tx, appointment.conversationId, { 约定时间: null, 约定地点: null })
}
