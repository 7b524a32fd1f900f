import type { Appointment, AppointmentDetail, AppointmentQuery } from '../../../contract/appointments.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { addDays, endOfDay, startOfDay, stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import {
  type AppointmentRow,
  appointmentEvent,
  appointmentRows,
  scopeOf,
  showAppointment,
  visibleAppointments,
} from './appointment-rows.ts'
import { ownListOf } from './own-lists.ts'
import { readPhotos } from './read-photos.ts'
import { callDaysAhead, hideMiddle, mayAnswer } from './rules.ts'

const mostDays = 62
const mostRows = 2000

/** The appointments of a day (today when nothing is asked), a span, one matter or those to ring up, as far as this officer may see them. */
export async function listAppointments(
  tx: Tx,
  session: OfficerSession,
  query: AppointmentQuery,
  now = new Date(),
): Promise<Appointment[]> {
  const { from, until } = spanOf(query, stationDay(now))
  const { rows } = await tx.client.query({
    name: 'list-appointments',
    text: `${appointmentRows} where a.station_id = $1 and ${visibleAppointments(2)}
             and a.starts_at >= $4 and a.starts_at < $5 and ($6::uuid is null or a.case_id = $6)
             and ($7::uuid is null or a.conversation_id = $7) and ($8::uuid is null or a.contact_id = $8)
             and ($9::text is null or a.status = $9)
           order by a.starts_at, a.number limit ${mostRows}`,
    values: [
      tx.stationId,
      ...scopeOf(session),
      from ? startOfDay(from) : '-infinity',
      until ? endOfDay(until) : 'infinity',
      query.caseId ?? null,
      query.conversationId ?? null,
      query.contactId ?? null,
      query.status ?? null,
    ],
  })
  return (rows as AppointmentRow[])
    .map((row) => showAppointment(row, hideMiddle(row.phone), now))
    .filter(({ callDue }) => callDue || !query.callDue)
}

function spanOf(query: AppointmentQuery, today: string): { from: string | null; until: string | null } {
  if (query.day) return { from: query.day, until: query.day }
  const ofMatter = query.caseId ?? query.conversationId ?? query.contactId
  if (query.callDue) return { from: today, until: addDays(today, callDaysAhead) }
  if (!query.from && !query.until)
    return ofMatter ? { from: null, until: null } : { from: today, until: today }
  const from = query.from ?? addDays(query.until!, -mostDays + 1)
  const until = query.until ?? addDays(from, mostDays - 1)
  if (until < from) throw invalid('结束日期在开始日期之前，请重新选择。')
  if (until > addDays(from, mostDays - 1)) throw invalid(`一次最多看 ${mostDays} 天的预约。`)
  return { from, until }
}

/** One appointment with its checklist and history. That somebody looked is written down. Throws `not_found`. */
export async function readAppointment(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<AppointmentDetail> {
  const { rows } = await tx.client.query({
    name: 'read-appointment',
    text: `${appointmentRows} where a.station_id = $1 and a.id = $2 and ${visibleAppointments(3)}`,
    values: [tx.stationId, id, ...scopeOf(session)],
  })
  const row = rows[0] as AppointmentRow | undefined
  if (!row) throw notFound()
  const changes = await tx.client.query({
    name: 'read-appointment-changes',
    text: `select c.status, c.starts_at, o.name as officer, c.by_resident, c.note, c.changed_at from appointment_changes c
           left join officers o on o.station_id = c.station_id and o.id = c.officer_id
           where c.station_id = $1 and c.appointment_id = $2 order by c.changed_at, c.id`,
    values: [tx.stationId, id],
  })
  const list = await ownListOf(tx, row)
  await writeEvents(tx, actor, [appointmentEvent(row, 'appointment.read')])
  return {
    appointment: showAppointment(row),
    ...list,
    mayAnswer: mayAnswer(row) && !list.frozen,
    photos: await readPhotos(tx, row, list),
    changes: changes.rows.map((change) => ({
      status: change.status,
      startsAt: change.starts_at.toISOString(),
      officer: change.officer,
      byResident: change.by_resident,
      note: change.note,
      changedAt: change.changed_at.toISOString(),
    })),
  }
}
