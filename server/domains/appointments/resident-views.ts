import type { ResidentAppointment } from '../../../contract/appointments.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type AppointmentRow, appointmentRows, queueNumberOf } from './appointment-rows.ts'
import { type OwnList, ownListsOf } from './own-lists.ts'
import { type PaperPhoto, readPhotos } from './read-photos.ts'
import { mayAnswer } from './rules.ts'
import { readStation } from './tell-agreement.ts'

const most = 50

/** The resident's own appointments: what is to come first, the next one on top, then the past, newest on top. */
export async function listOwnAppointments(
  tx: Tx,
  contactId: string,
  now = new Date(),
): Promise<ResidentAppointment[]> {
  const { rows } = await tx.client.query({
    name: 'list-own-appointments',
    text: `select r.*, r."endsAt" > $3 and r.status in ('booked', 'arrived') as standing
           from (${appointmentRows} where a.station_id = $1 and a.contact_id = $2) r
           order by standing desc, case when r."endsAt" > $3 and r.status in ('booked', 'arrived') then r."startsAt" end,
             r."startsAt" desc limit ${most}`,
    values: [tx.stationId, contactId, now],
  })
  return showOwn(tx, rows, now)
}

/** One of her own, as an answer to what she just did. */
export async function showOwnAppointment(
  tx: Tx,
  row: AppointmentRow,
  now = new Date(),
): Promise<ResidentAppointment> {
  const [shown] = await showOwn(tx, [row], now)
  return shown!
}

async function showOwn(tx: Tx, rows: AppointmentRow[], now: Date): Promise<ResidentAppointment[]> {
  const place = await readStation(tx)
  const lists = await ownListsOf(tx, rows)
  const shown: ResidentAppointment[] = []
  for (const row of rows) {
    const list = lists.get(row.id)!
    // What is over is not looked up any more.
    const photos = mayAnswer(row) ? await readPhotos(tx, row, list) : []
    shown.push({ ...showRow(row, place, now), ...showList(row, list), photos: countOf(photos) })
  }
  return shown
}

function countOf(photos: PaperPhoto[]) {
  const keys = [...new Set(photos.map(({ key }) => key))]
  return keys.map((key) => ({ key, count: photos.filter((photo) => photo.key === key).length }))
}

function showRow(row: AppointmentRow, place: ResidentAppointment['place'], now: Date) {
  return {
    id: row.id,
    number: row.number,
    guide: { id: row.guideId, slug: row.guideSlug, name: row.guideName },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    status: row.status,
    walkIn: row.walkIn,
    queueNumber: queueNumberOf(row),
    counterName: row.walkIn ? null : row.counterName,
    personName: row.personName,
    phone: row.phone,
    movedFrom: row.movedFrom?.toISOString() ?? null,
    mayChange: row.status === 'booked' && row.startsAt > now,
    place,
  }
}

function showList(row: AppointmentRow, { answers, questions, frozen, ...list }: OwnList) {
  const open = mayAnswer(row)
  return {
    ...list,
    // What is over is not asked any more.
    questions: open ? questions : [],
    answers: answers.map(({ officer, ...answer }) => ({ ...answer, byStation: officer !== null })),
    mayAnswer: open && !frozen && questions.length > 0,
  }
}
