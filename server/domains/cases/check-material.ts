import type { MaterialCheck } from '../../../contract/case-changes.ts'
import { mostPhotos } from '../../../contract/cases.ts'
import type { ResidentMaterialCheck } from '../../../contract/resident-cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, type LockedCase, lockCase, lockOwnCase } from './lock-case.ts'
import { sayOfPaper } from './paper-word.ts'
import { refuseFrozen } from './rules.ts'
import { tellList } from './tell-list.ts'

type Check = { verdict: string; note: string; fileId: string | null; officerId: string | null }

/**
 * An officer says whether a paper is right; a rejection says why, because the resident reads it. Throws `conflict` when
 * the photo that cannot be read is not shown any more.
 */
export async function checkMaterial(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  key: string,
  check: MaterialCheck,
): Promise<{ id: string }> {
  const matter = await lockCase(tx, session, caseId)
  const note = check.note.trim()
  if (check.verdict === 'unreadable' && !check.fileId) throw invalid('没有照片可看，请选“要补”并写明原因。')
  if (check.verdict === 'rejected' && !note) throw invalid('退回材料要写明原因，居民会看到。')
  const fileId = check.fileId ?? null
  // One that cannot be read lies there, whoever sent or laid it. What she has taken back since the page was loaded does
  // not come back by a word on it.
  if (check.verdict === 'unreadable') {
    if (!(await findShown(tx, caseId, key, fileId)).shown)
      throw conflict('这张照片居民已经换掉了，请刷新再看。')
    // A photo she took at the counter, or one the resident sent in.
  } else if (fileId) await requireFile(tx, fileId, [session.officerId, matter.contactId])
  const { officerId } = session
  const recorded = await recordCheck(tx, actor, matter, key, {
    verdict: check.verdict,
    note,
    fileId,
    officerId,
  })
  // What is not needed leaves the list that scripts name, and comes back with another word.
  await tellList(tx, matter)
  return recorded
}

/** The resident says that she has a paper, shows a photo of it, or takes that back. */
export async function checkOwnMaterial(
  tx: Tx,
  actor: Actor,
  contactId: string,
  caseId: string,
  key: string,
  check: ResidentMaterialCheck,
): Promise<{ id: string }> {
  const matter = await lockOwnCase(tx, contactId, caseId)
  const fileId = check.fileId ?? null
  if (check.verdict === 'photographed' && !fileId) throw invalid('请先拍照或选一张照片。')
  if (check.verdict !== 'photographed' && fileId) throw invalid('只有拍照时才附照片。')
  if (fileId) {
    await requireFile(tx, fileId, [contactId])
    // Sent again by a phone that never heard the answer: it must not stand above what an officer has said meanwhile.
    const shown = await findShown(tx, caseId, key, fileId)
    if (shown.own) return { id: shown.own }
    if (shown.photos >= mostPhotos)
      throw invalid(`这一样已经有 ${mostPhotos} 张照片，够看了。要换的，请先点“都不要了，重新拍”。`)
  }
  return recordCheck(tx, actor, matter, key, { verdict: check.verdict, note: '', fileId, officerId: null })
}

/** Whether this photo shows the paper now, how many do, and the resident's own word by which it does. */
async function findShown(tx: Tx, caseId: string, key: string, fileId: string | null) {
  const { rows } = await tx.client.query(
    `select id, verdict, file_id as "fileId", officer_id as "officerId" from case_material_checks
     where station_id = $1 and case_id = $2 and key = $3 order by checked_at, id`,
    [tx.stationId, caseId, key],
  )
  const { photos } = sayOfPaper(rows)
  const shown = photos.some(({ id }) => id === fileId)
  const said = rows.find((check) => check.fileId === fileId && check.officerId === null)
  const own: string | undefined = shown ? said?.id : undefined
  // One that cannot be read makes room: the next photo takes its place.
  return { shown, own, photos: photos.filter(({ unreadable }) => !unreadable).length }
}

/** Writes down a word on a paper of the case. 404 for a paper it does not have. */
export async function recordCheck(tx: Tx, actor: Actor, matter: LockedCase, key: string, check: Check) {
  refuseFrozen(matter)
  const id = newId()
  const { rowCount } = await tx.client.query(
    `insert into case_material_checks (station_id, id, case_id, key, verdict, note, file_id, officer_id, checked_at)
     select $1, $2, case_id, key, $5, $6, $7, $8, clock_timestamp() from case_materials
     where station_id = $1 and case_id = $3 and key = $4`,
    [tx.stationId, id, matter.id, key, check.verdict, check.note, check.fileId, check.officerId],
  )
  if (rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [
    caseEvent(matter, 'case.material_changed', { key, verdict: check.verdict, fileId: check.fileId }),
  ])
  return { id }
}

async function requireFile(tx: Tx, fileId: string, owners: (string | null)[]): Promise<void> {
  const { rowCount } = await tx.client.query(
    'select from files where station_id = $1 and id = $2 and owner_id = any($3::uuid[])',
    [tx.stationId, fileId, owners.filter((owner) => owner !== null)],
  )
  if (rowCount === 0) throw invalid('照片没有传成功，请重新添加。')
}
