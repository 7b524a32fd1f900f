import { AppError } from '../../platform/errors.ts'

const form = /^(-?\d{1,17})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** Where a list of rows goes on: behind the row with this moment (microseconds) and id. */
export function readCursor(after: string | null): { at: number; id: string } | null {
  if (after === null) return null
  const match = form.exec(after)
  if (!match) throw new AppError('invalid', '翻页参数不对，请从第一页重新打开。')
  return { at: Number(match[1]), id: match[2]! }
}

export function writeCursor(row: { at: number; id: string } | undefined): string | null {
  return row ? `${row.at}.${row.id}` : null
}
