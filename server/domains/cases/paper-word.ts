import type { Static } from 'typebox'
import type { CaseMaterial, PaperPhoto } from '../../../contract/cases.ts'

type Said = Pick<Static<typeof CaseMaterial>, 'note' | 'officer' | 'checkedAt'>
/** What was said of a paper once: by an officer, or by the resident (no officer). */
export type PaperCheck = Partial<Said> & {
  verdict: NonNullable<Static<typeof CaseMaterial>['verdict']>
  fileId: string | null
}

/** Of one paper's checks in the order of time: the latest word on it, and the photos that show it now. */
export function sayOfPaper(checks: PaperCheck[]) {
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
  const photos = new Map<string, { id: string; unreadable: boolean }>()
  for (const { verdict, fileId } of since) {
    if (!fileId) continue
    if (!photos.has(fileId)) for (const [id, { unreadable }] of photos) if (unreadable) photos.delete(id)
    photos.set(fileId, { id: fileId, unreadable: verdict === 'unreadable' })
  }
  return [...photos.values()]
}
