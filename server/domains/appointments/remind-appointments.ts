import type { Context } from '../../platform/context.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { findOpenConversation } from '../inbox/find-open-conversation.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import { doorOf } from '../residents/digital-door.ts'
import { type AppointmentRow, appointmentEvent, appointmentRows } from './appointment-rows.ts'
import { sayOwnList } from './own-lists.ts'
import { dueReminder, sayMoment } from './rules.ts'
import { sayPlace, tellAgreement } from './tell-agreement.ts'

const system = { kind: 'system', id: null } as const
/** From 18:00 of the day before to the end of the day itself. */
const farthestHours = 30

/**
 * The job of reminders, every few minutes: tells the residents whose turn it is when, where and what to bring. Each
 * reminder is a transaction of its own, so one that fails does not hold the others back, and is sent once however
 * often the job runs. Who booked before she ever asked is reminded in the talk she has open by now. Where no message
 * reaches her none is sent: she is on the officers' list of those to ring up. Returns how many went out.
 */
export async function remindAppointments(
  context: Pick<Context, 'pool'>,
  data: { stationId: string },
  now = new Date(),
): Promise<number> {
  const ids = await inStation(context.pool, data.stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'list-to-remind',
      text: `select id from appointments where station_id = $1 and status = 'booked' and not walk_in
               and contact_id is not null and starts_at > $2 and starts_at <= $2 + make_interval(hours => ${farthestHours})
             order by starts_at`,
      values: [tx.stationId, now],
    })
    return rows.map((row) => row.id as string)
  })
  let sent = 0
  let failure: unknown
  for (const id of ids) {
    try {
      if (await inStation(context.pool, data.stationId, (tx) => remindOne(tx, id, now))) sent++
    } catch (error) {
      failure = error
    }
  }
  if (failure) throw failure
  return sent
}

async function remindOne(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { rows } = await tx.client.query({
    name: 'lock-to-remind',
    text: `${appointmentRows} where a.station_id = $1 and a.id = $2 and a.status = 'booked' for update of a skip locked`,
    values: [tx.stationId, id],
  })
  const row = rows[0] as AppointmentRow | undefined
  const reminder = row ? dueReminder(row, now) : null
  if (!row || !reminder) return false
  const conversationId = row.conversationId ?? (await joinOpenConversation(tx, row))
  if (!conversationId || !(row.contactId && (await doorOf(tx, row.contactId)))) return false
  await tellResident(tx, system, {
    conversationId,
    body: await wordReminder(tx, row),
    officerId: null,
    key: `reminder-${reminder}-${row.id}-${row.startsAt.getTime()}`,
  })
  await tx.db
    .updateTable('appointments')
    .set({ remindedAt: now })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  await writeEvents(tx, system, [appointmentEvent(row, 'appointment.reminded', { reminder })])
  return true
}

/** A talk she has begun since she booked: the appointment belongs to it from now on. */
async function joinOpenConversation(tx: Tx, row: AppointmentRow): Promise<string | null> {
  const conversationId = row.contactId && (await findOpenConversation(tx, row.contactId))
  if (!conversationId) return null
  await tx.db
    .updateTable('appointments')
    .set({ conversationId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', row.id)
    .execute()
  await tellAgreement(tx, { ...row, conversationId })
  return conversationId
}

async function wordReminder(tx: Tx, row: AppointmentRow): Promise<string> {
  const bring = await sayOwnList(tx, row)
  return `提醒您：约好${sayMoment(row.startsAt)}到${await sayPlace(tx, row.counterName)}办“${row.guideName}”。${bring}来不了请提前改时间或取消。`
}
