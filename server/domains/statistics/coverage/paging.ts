import { invalid } from '../../../platform/errors.ts'

/** Where a list sorted by door goes on: behind so many rows. */
export function readSkip(after: string | undefined): number {
  const skip = after === undefined ? 0 : Number(after)
  if (!Number.isInteger(skip) || skip < 0 || skip > 1e6) throw invalid('翻页的位置不对，请刷新页面。')
  return skip
}

/** Of one row more than asked for: the page, and where the next begins. */
export function pageOf<Row>(rows: Row[], skip: number, limit: number): { page: Row[]; next: string | null } {
  return { page: rows.slice(0, limit), next: rows.length > limit ? String(skip + limit) : null }
}

/** The group to narrow by: null for all, and what nobody wrote down is an empty text in the register. */
export function groupOf(asked: string | undefined): string | null {
  return asked === undefined ? null : asked === 'none' ? '' : asked
}
