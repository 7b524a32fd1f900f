import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Stretch } from './rules.ts'

export type NewAppointment = {
  id: string
  number: string
  counterId: string
  guideId: string
  contactId: string | null
  conversationId: string | null
  caseId: string | null
  personName: string
  phone: string
  slot: Stretch
  status: 'booked' | 'arrived'
  walkIn: boolean
  officerId: string | null
  clientKey: string
}

/**
 * Puts the appointment on its counter, or returns false when somebody is there already or the client key is used.
 * The exclusion constraint decides: it waits for a booking beside it to commit or give up, so there is no moment
 * between looking and taking.
 */
export async function insertAppointment(tx: Tx, appointment: NewAppointment): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'insert-appointment',
    text: `insert into appointments (station_id, id, number, counter_id, guide_id, contact_id, conversation_id, case_id,
             person_name, phone, starts_at, ends_at, status, walk_in, booked_by_officer, client_key)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
           on conflict do nothing`,
    values: [
      tx.stationId,
      appointment.id,
      appointment.number,
      appointment.counterId,
      appointment.guideId,
      appointment.contactId,
      appointment.conversationId,
      appointment.caseId,
      appointment.personName,
      appointment.phone,
      appointment.slot.startsAt,
      appointment.slot.endsAt,
      appointment.status,
      appointment.walkIn,
      appointment.officerId,
      appointment.clientKey,
    ],
  })
  return rowCount === 1
}

/** Moves an appointment to a counter and time; false when somebody is there. Its old place is kept until then. */
export async function moveAppointment(
  tx: Tx,
  id: string,
  counterId: string,
  slot: Stretch,
): Promise<boolean> {
  await tx.client.query('savepoint moving')
  try {
    await tx.client.query({
      name: 'move-appointment',
      text: `update appointments set counter_id = $3, moved_from = starts_at, starts_at = $4, ends_at = $5, reminded_at = null
             where station_id = $1 and id = $2`,
      values: [tx.stationId, id, counterId, slot.startsAt, slot.endsAt],
    })
    await tx.client.query('release savepoint moving')
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== '23P01') throw error
    await tx.client.query('rollback to savepoint moving')
    return false
  }
}

/** The counters in use, in the order in which they are filled; none of them can be closed before the commit. */
export async function listOpenCounters(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.client.query({
    name: 'list-open-counters',
    text: 'select id, name from counters where station_id = $1 and closed_at is null order by position, id for share',
    values: [tx.stationId],
  })
  return rows
}

/** The appointment a client key already made, for the same contact or officer. */
export async function findByClientKey(tx: Tx, owner: string, clientKey: string): Promise<string | null> {
  const { rows } = await tx.client.query({
    name: 'find-appointment-by-key',
    text: `select id from appointments
           where station_id = $1 and coalesce(contact_id, booked_by_officer) = $2 and client_key = $3`,
    values: [tx.stationId, owner, clientKey],
  })
  return rows[0]?.id ?? null
}

/** The appointments of a contact that are still to come, or being served. */
export async function listStanding(
  tx: Tx,
  contactId: string,
  now: Date,
): Promise<{ id: string; number: string; guideId: string; startsAt: Date }[]> {
  const { rows } = await tx.client.query({
    name: 'list-standing-appointments',
    text: `select id, number, guide_id as "guideId", starts_at as "startsAt" from appointments
           where station_id = $1 and contact_id = $2 and not walk_in and status in ('booked', 'arrived') and ends_at > $3`,
    values: [tx.stationId, contactId, now],
  })
  return rows
}

/** One line of an appointment's history. */
export async function recordChange(
  tx: Tx,
  change: {
    appointmentId: string
    status: string
    startsAt: Date
    officerId: string | null
    byResident: boolean
    note: string
  },
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('appointmentChanges')
    .values({ stationId: tx.stationId, id, ...change })
    .execute()
  return id
}
