import { mostPhotos } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { isPhotoOfTalk } from '../inbox/is-photo-of-talk.ts'
import { recordCheck } from './check-material.ts'
import { caseEvent, type LockedCase, lockCase } from './lock-case.ts'
import { type PaperCheck, sayOfPaper } from './paper-word.ts'
import { refuseFrozen } from './rules.ts'

type Photo = { key: string; fileId: string }
/** What a colleague has said of a paper stands until she or another says otherwise. */
const settled = ['accepted', 'not_needed']

/**
 * An officer lays a photo that came in the talk of a case to one of its papers; there already, nothing happens. Any other
 * file is not found.
 */
export async function layPhoto(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  photo: Photo,
): Promise<void> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  const { conversationId } = matter
  if (!conversationId || !(await isPhotoOfTalk(tx, conversationId, photo.fileId))) throw notFound()
  const { photos, verdict } = sayOfPaper(await checksOf(tx, caseId, photo.key))
  if (photos.some(({ id }) => id === photo.fileId)) return
  if (verdict && settled.includes(verdict)) throw conflict('这一样已经核对过了。要放新照片，请先改核对结果。')
  if (photos.length >= mostPhotos) throw tooMany()
  await recordCheck(tx, actor, matter, photo.key, {
    ...{ verdict: 'photographed', note: '' },
    ...{ fileId: photo.fileId, officerId: session.officerId },
  })
}

/** What an officer laid to the wrong paper is taken off it. Throws `conflict` for a photo the resident laid there herself. */
export async function takePhotoOff(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  photo: Photo,
): Promise<void> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  const { photos } = sayOfPaper(await checksOf(tx, caseId, photo.key))
  const shown = photos.find(({ id }) => id === photo.fileId)
  if (!shown) throw notFound()
  if (!shown.laid) throw conflict('这张照片是居民自己放的，请选“要补”或“看不清”，写明原因。')
  await recordCheck(tx, actor, matter, photo.key, {
    ...{ verdict: 'withdrawn', note: '' },
    ...{ fileId: photo.fileId, officerId: session.officerId },
  })
}

/** Photos that officers laid to the papers before there was a case; of a paper the case does not have none is taken. */
export async function takePhotos(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  photos: (Photo & { by?: string; at?: Date })[],
): Promise<void> {
  const there = await readPaperPhotos(tx, matter.id)
  const news = photos.filter(
    ({ key, fileId }) => !there.some((photo) => photo.key === key && photo.fileId === fileId),
  )
  for (const { key, fileId, by, at } of news) {
    const { rowCount } = await tx.client.query(
      `insert into case_material_checks (station_id, id, case_id, key, verdict, file_id, officer_id, checked_at)
       select $1, $2, case_id, key, 'photographed', $5, $6, $7 from case_materials
       where station_id = $1 and case_id = $3 and key = $4`,
      [tx.stationId, newId(), matter.id, key, fileId, by, at],
    )
    if (rowCount! > 0)
      await writeEvents(tx, actor, [
        caseEvent(matter, 'case.material_changed', { key, verdict: 'photographed', fileId }),
      ])
  }
}

export const tooMany = () => conflict(`这一样已经有 ${mostPhotos} 张照片，够看了。`)

async function checksOf(tx: Tx, caseId: string, key: string): Promise<PaperCheck[]> {
  const { rows } = await tx.client.query(
    `select verdict, file_id as "fileId", officer_id as "laidBy" from case_material_checks
     where station_id = $1 and case_id = $2 and key = $3 order by checked_at, id`,
    [tx.stationId, caseId, key],
  )
  return rows.map(({ laidBy, ...check }) => ({ ...check, laid: laidBy !== null }))
}

/** The photos that show the papers of a case now. */
export async function readPaperPhotos(tx: Tx, caseId: string) {
  const { rows } = await tx.client.query(
    `select key, verdict, file_id as "fileId", officer_id is not null as laid from case_material_checks
     where station_id = $1 and case_id = $2 order by checked_at, id`,
    [tx.stationId, caseId],
  )
  return [...new Set(rows.map(({ key }) => key as string))].flatMap((key) =>
    sayOfPaper(rows.filter((row) => row.key === key)).photos.map(({ id, laid }) => ({
      key,
      fileId: id,
      laid,
    })),
  )
}
