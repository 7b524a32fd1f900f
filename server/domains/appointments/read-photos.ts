import type { Tx } from '../../platform/tenancy.ts'
import { readPaperPhotos } from '../cases/lay-photo.ts'
import { photosTold, readTellings } from '../cases/read-tellings.ts'
import type { AppointmentRow } from './appointment-rows.ts'
import type { OwnList } from './own-lists.ts'

/** A photo of one of the papers; `laid`: an officer took it out of the talk, `by` where no case has it. */
export type PaperPhoto = { key: string; fileId: string; laid: boolean; by?: string; at?: Date }

/**
 * The photos of each paper: those the resident told with her papers in the talk, and those officers laid. Where a case has
 * the list, the case's.
 */
export async function readPhotos(tx: Tx, row: AppointmentRow, list: OwnList): Promise<PaperPhoto[]> {
  if (list.ofCase) return readPaperPhotos(tx, row.caseId!)
  const { rows: laid } = await tx.client.query({
    name: 'read-appointment-photos',
    text: `select key, file_id as "fileId", true as laid, laid_by as by, laid_at as at from appointment_photos
           where station_id = $1 and appointment_id = $2 and taken_off_at is null order by laid_at, id`,
    values: [tx.stationId, row.id],
  })
  const told = photosTold(row.conversationId ? await readTellings(tx, row.conversationId, row.guideId) : [])
  const hers = list.bring.flatMap(({ key }) =>
    (told.get(key) ?? []).map((fileId) => ({ key, fileId, laid: false })),
  )
  const both = (photo: PaperPhoto) =>
    hers.some(({ key, fileId }) => key === photo.key && fileId === photo.fileId)
  return [...hers, ...(laid as PaperPhoto[]).filter((photo) => !both(photo))]
}
