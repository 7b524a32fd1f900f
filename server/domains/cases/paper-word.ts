import type { Static } from 'typebox'
import type { CaseMaterial, PaperPhoto } from '../../../contract/cases.ts'

type Said = Pick<Static<typeof CaseMaterial>, 'note' | 'officer' | 'checkedAt'>
/** What was said of a paper once: by an officer, or by the resident (no officer). */
export type PaperCheck = Partial<Said> & {
  verdict: NonNullable<Static<typeof CaseMaterial>['verdict']>
  fileId: string | null
  /** Said by an officer. */
  laid?: boolean
}

/** SQL that is true for a check (by its alias) that an officer has taken back with its photo. */
export const takenOff = (check: string) => `exists (select from case_material_checks w where w.station_id = $1
  and w.case_id = ${check}.case_id and w.key = ${check}.key and w.file_id = ${check}.file_id and w.verdict = 'withdrawn'
  and w.checked_at >= ${check}.checked_at)`

/** Of one paper's checks in the order of time: the latest word on it, and the photos that show it now. */
export function sayOfPaper(all: PaperCheck[]) {
  // A photo that was taken off again was never a word on the paper.
  const checks = all.filter(
    ({ fileId }, at) =>
      !fileId || !all.slice(at).some((later) => later.verdict === 'withdrawn' && later.fileId === fileId),
  )
  const last = checks.at(-1)
  return {
    verdict: last?.verdict ?? null,
    note: last?.note ?? '',
    officer: last?.officer ?? null,
    checkedAt: last?.checkedAt ?? null,
    photos: photosOf(checks),
  }
}

/** Those since she last took it back; what could not be read goes once a photo has come after that was said. */
function photosOf(checks: PaperCheck[]): Static<typeof PaperPhoto>[] {
  const since = checks.slice(checks.findLastIndex(({ verdict }) => verdict === 'withdrawn') + 1)
  const photos = new Map<string, Static<typeof PaperPhoto>>()
  for (const { verdict, fileId, laid = false } of since) {
    if (!fileId) continue
    if (!photos.has(fileId)) for (const [id, { unreadable }] of photos) if (unreadable) photos.delete(id)
    const first = photos.get(fileId)
    photos.set(fileId, {
      id: fileId,
      unreadable: verdict === 'unreadable',
      // Hers as soon as she has laid it herself, too.
      laid: verdict === 'photographed' ? laid && (first?.laid ?? true) : (first?.laid ?? false),
    })
  }
  return [...photos.values()]
}
