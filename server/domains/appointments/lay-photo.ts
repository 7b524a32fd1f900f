import { mostPhotos } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { layPhoto as layIntoCase, takePhotoOff as takeOffCase, tooMany } from '../cases/lay-photo.ts'
import { isPhotoOfTalk } from '../inbox/is-photo-of-talk.ts'
import { type AppointmentRow, appointmentEvent, lockForOfficer } from './appointment-rows.ts'
import { type OwnList, ownListOf } from './own-lists.ts'
import { readPhotos } from './read-photos.ts'
import { mayAnswer } from './rules.ts'

type Photo = { key: string; fileId: string }

/**
 * An officer lays a photo that came in the talk to a paper of the family's list; where a case has the list, into the case.
 * There already, nothing happens. Any other file, and a paper that is not on the list, are not found.
 */
export async function layPhoto(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  photo: Photo,
): Promise<void> {
  const { row, list } = await lockOpen(tx, session, id)
  const { key, fileId } = photo
  if (!list.bring.some((paper) => paper.key === key)) throw notFound()
  if (list.ofCase) return layIntoCase(tx, actor, session, row.caseId!, photo)
  if (!row.conversationId || !(await isPhotoOfTalk(tx, row.conversationId, fileId))) throw notFound()
  const photos = (await readPhotos(tx, row, list)).filter((each) => each.key === key)
  if (photos.some((each) => each.fileId === fileId)) return
  if (photos.length >= mostPhotos) throw tooMany()
  await tx.db
    .insertInto('appointmentPhotos')
    .values({
      stationId: tx.stationId,
      id: newId(),
      appointmentId: id,
      key,
      fileId,
      laidBy: session.officerId,
    })
    .execute()
  await writeEvents(tx, actor, [appointmentEvent(row, 'appointment.photo_laid', { key, fileId })])
}

/** What was laid to the wrong paper is taken off it. */
export async function takePhotoOff(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  photo: Photo,
): Promise<void> {
  const { row, list } = await lockOpen(tx, session, id)
  const { key, fileId } = photo
  if (list.ofCase) return takeOffCase(tx, actor, session, row.caseId!, photo)
  const { rowCount } = await tx.client.query(
    `update appointment_photos set taken_off_by = $5, taken_off_at = clock_timestamp()
     where station_id = $1 and appointment_id = $2 and key = $3 and file_id = $4 and taken_off_at is null`,
    [tx.stationId, id, key, fileId, session.officerId],
  )
  if (rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [appointmentEvent(row, 'appointment.photo_taken_off', { key, fileId })])
}

async function lockOpen(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<{ row: AppointmentRow; list: OwnList }> {
  const row = await lockForOfficer(tx, session, id)
  if (!mayAnswer(row)) throw conflict('这个预约已经办完或取消，照片不用再放。')
  return { row, list: await ownListOf(tx, row) }
}
