import { type AppointmentStatus, appointmentStatuses } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Audience } from '../../platform/live/audience.ts'
import { endOfDay, startOfDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeOf, villageOfAppointment, visibleAppointments } from './appointment-rows.ts'

/** A day's appointments by what became of them, as far as this officer may see them: the numbers of her own list. */
export async function countAppointmentsOf(
  tx: Tx,
  session: OfficerSession,
  day: string,
): Promise<{ status: AppointmentStatus; count: number }[]> {
  const { rows } = await tx.client.query({
    name: 'count-appointments-of-day',
    text: `select a.status, count(*)::int as n from appointments a
           left join contacts ct on ct.station_id = a.station_id and ct.id = a.contact_id
           left join conversations cv on cv.station_id = a.station_id and cv.id = a.conversation_id
           left join cases cs on cs.station_id = a.station_id and cs.id = a.case_id
           where a.station_id = $1 and ${visibleAppointments(2)} and a.starts_at >= $4 and a.starts_at < $5
           group by a.status`,
    values: [tx.stationId, ...scopeOf(session), startOfDay(day), endOfDay(day)],
  })
  return appointmentStatuses.map((status) => ({
    status,
    count: rows.find((row) => row.status === status)?.n ?? 0,
  }))
}

/** Whom these appointments concern as they stand: their village, who booked them, who holds their matter. */
export async function appointmentAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'appointment-audiences',
    text: `select a.id, ${villageOfAppointment} as village_id,
             array_remove(array[a.booked_by_officer, cv.assignee_id, cs.assignee_id], null)::text[] as officers
           from appointments a
           left join contacts ct on ct.station_id = a.station_id and ct.id = a.contact_id
           left join conversations cv on cv.station_id = a.station_id and cv.id = a.conversation_id
           left join cases cs on cs.station_id = a.station_id and cs.id = a.case_id
           where a.station_id = $1 and a.id = any($2::uuid[])`,
    values: [tx.stationId, ids],
  })
  return new Map(
    rows.map(({ id, village_id, officers }) => [id, { villageIds: [village_id], officerIds: officers }]),
  )
}

export type NextAppointment = {
  id: string
  guideName: string
  personName: string
  startsAt: Date
  status: AppointmentStatus
}

/** Appointments of a village or of some contacts in a span, as far as this officer may see them; cancelled ones left out. */
export async function listVisibleAppointments(
  tx: Tx,
  session: OfficerSession,
  whose: { villageId?: string; contactIds?: string[] },
  { from, until }: { from: Date; until: Date | null },
): Promise<NextAppointment[]> {
  const { rows } = await tx.client.query({
    name: 'list-visible-appointments',
    text: `select a.id, g.name as "guideName", a.person_name as "personName", a.starts_at as "startsAt", a.status from appointments a
           join guides g on g.station_id = a.station_id and g.id = a.guide_id
           left join contacts ct on ct.station_id = a.station_id and ct.id = a.contact_id
           left join conversations cv on cv.station_id = a.station_id and cv.id = a.conversation_id
           left join cases cs on cs.station_id = a.station_id and cs.id = a.case_id
           where a.station_id = $1 and ${visibleAppointments(2)} and a.starts_at >= $4 and ($5::timestamptz is null or a.starts_at < $5)
             and a.status <> 'cancelled' and ($6::uuid is null or ${villageOfAppointment} = $6)
             and ($7::uuid[] is null or a.contact_id = any ($7::uuid[]))
           order by a.starts_at, a.number limit 100`,
    values: [
      tx.stationId,
      ...scopeOf(session),
      ...[from, until, whose.villageId ?? null, whose.contactIds ?? null],
    ],
  })
  return rows
}
