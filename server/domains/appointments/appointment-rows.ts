import type { Appointment } from '../../../contract/appointments.ts'
import type { AppointmentStatus } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { NewEvent } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { digitalDoor } from '../residents/digital-door.ts'
import { isCallDue } from './rules.ts'

export type AppointmentRow = {
  id: string
  number: string
  guideId: string
  guideSlug: string
  guideName: string
  minutes: number
  counterId: string
  counterName: string
  contactId: string | null
  conversationId: string | null
  caseId: string | null
  villageId: string | null
  personName: string
  phone: string
  startsAt: Date
  endsAt: Date
  status: AppointmentStatus
  walkIn: boolean
  bookedBy: string | null
  bookerName: string | null
  bookedAt: Date
  movedFrom: Date | null
  remindedAt: Date | null
  remindedBy: string | null
  /** A message in its conversation is seen by her. */
  reached: boolean
}

export const villageOfAppointment = 'coalesce(cv.village_id, cs.village_id, ct.village_id)'

/** Everything of an appointment under the alias `a`, with what it belongs to; add `where a.station_id = $1 and …`. */
export const appointmentRows = `
  select a.id, a.number, a.guide_id as "guideId", g.slug as "guideSlug", g.name as "guideName", g.minutes::int as minutes,
    a.counter_id as "counterId", k.name as "counterName", a.contact_id as "contactId",
    a.conversation_id as "conversationId", a.case_id as "caseId", ${villageOfAppointment} as "villageId",
    a.person_name as "personName", a.phone, a.starts_at as "startsAt", a.ends_at as "endsAt", a.status,
    a.walk_in as "walkIn", a.booked_by_officer as "bookedBy", o.name as "bookerName", a.booked_at as "bookedAt",
    a.moved_from as "movedFrom", a.reminded_at as "remindedAt", r.name as "remindedBy",
    cv.id is not null and ${digitalDoor('cp')} is not null as reached
  from appointments a
  join guides g on g.station_id = a.station_id and g.id = a.guide_id
  join counters k on k.station_id = a.station_id and k.id = a.counter_id
  left join contacts ct on ct.station_id = a.station_id and ct.id = a.contact_id
  left join conversations cv on cv.station_id = a.station_id and cv.id = a.conversation_id
  left join cases cs on cs.station_id = a.station_id and cs.id = a.case_id
  left join contacts cp on cp.station_id = a.station_id and cp.id = cv.contact_id
  left join officers o on o.station_id = a.station_id and o.id = a.booked_by_officer
  left join appointment_calls l on l.station_id = a.station_id and l.appointment_id = a.id and l.called_at = a.reminded_at
  left join officers r on r.station_id = a.station_id and r.id = l.officer_id`

/**
 * SQL that is true for the appointments an officer may see: the station's, or for an auxiliary those of her villages,
 * of an unknown village, those she booked and those of a matter given to her. Two parameters from `$first` on.
 */
export function visibleAppointments(first: number): string {
  return `($${first}::uuid[] is null or ${villageOfAppointment} is null or ${villageOfAppointment} = any($${first}::uuid[])
    or a.booked_by_officer = $${first + 1}::uuid or cv.assignee_id = $${first + 1}::uuid or cs.assignee_id = $${first + 1}::uuid)`
}

export function scopeOf(session: OfficerSession): [readonly string[] | null, string] {
  return [session.scope === 'station' ? null : session.villageIds, session.officerId]
}

/** The appointment, locked; 404 when it is missing or not for this officer. */
export async function lockForOfficer(tx: Tx, session: OfficerSession, id: string): Promise<AppointmentRow> {
  const { rows } = await tx.client.query({
    name: 'lock-appointment-officer',
    text: `${appointmentRows} where a.station_id = $1 and a.id = $2 and ${visibleAppointments(3)} for update of a`,
    values: [tx.stationId, id, ...scopeOf(session)],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The resident's own appointment, locked; 404 for everybody else's. */
export async function lockForResident(tx: Tx, contactId: string, id: string): Promise<AppointmentRow> {
  const { rows } = await tx.client.query({
    name: 'lock-appointment-resident',
    text: `${appointmentRows} where a.station_id = $1 and a.id = $2 and a.contact_id = $3 for update of a`,
    values: [tx.stationId, id, contactId],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The appointment without asking who may see it: for answers to a deed that has checked. */
export async function findAppointment(tx: Tx, id: string): Promise<AppointmentRow> {
  const { rows } = await tx.client.query({
    name: 'find-appointment',
    text: `${appointmentRows} where a.station_id = $1 and a.id = $2`,
    values: [tx.stationId, id],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The number a walk-in is called by: the count of the day at the end of its number. */
export function queueNumberOf(row: Pick<AppointmentRow, 'walkIn' | 'number'>): number | null {
  return row.walkIn ? Number(row.number.split('-').at(-1)) : null
}

export function showAppointment(row: AppointmentRow, phone = row.phone, now = new Date()): Appointment {
  return {
    id: row.id,
    number: row.number,
    guide: { id: row.guideId, slug: row.guideSlug, name: row.guideName },
    // A walk-in is called to whichever counter is free.
    counter: row.walkIn ? null : { id: row.counterId, name: row.counterName },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    status: row.status,
    walkIn: row.walkIn,
    queueNumber: queueNumberOf(row),
    personName: row.personName,
    phone,
    contactId: row.contactId,
    conversationId: row.conversationId,
    caseId: row.caseId,
    bookedBy: row.bookedBy ? { id: row.bookedBy, name: row.bookerName ?? '' } : null,
    bookedAt: row.bookedAt.toISOString(),
    movedFrom: row.movedFrom?.toISOString() ?? null,
    remindedAt: row.remindedAt?.toISOString() ?? null,
    remindedBy: row.remindedBy,
    callDue: isCallDue(row, now),
  }
}

/** An event about an appointment, with everything by which the feed is narrowed. */
export function appointmentEvent(
  row: Pick<AppointmentRow, 'id' | 'conversationId' | 'contactId' | 'villageId'>,
  name: NewEvent['name'],
  data: Record<string, unknown> = {},
): NewEvent {
  const { conversationId, contactId, villageId } = row
  return { name, subject: { kind: 'appointment', id: row.id }, conversationId, contactId, villageId, data }
}

/** The appointment as an occasion on which papers can be missing. */
export const occasionOf = (row: AppointmentRow, officerId: string) => ({
  guideId: row.guideId,
  caseId: row.caseId,
  appointmentId: row.id,
  conversationId: row.conversationId,
  contactId: row.contactId,
  villageId: row.villageId,
  officerId,
})
