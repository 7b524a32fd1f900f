import { ApiError } from './api-error.ts'

/** A corporation of 100,000 contacts is read in a thousand pages of a hundred. */
const mostPages = 1000

/**
 * The pages of a list, one after the other, until the server names no further cursor or the one it was given. A cursor
 * that was there before would go round for ever, and so would a list without an end: 'unreadable'.
 */
export async function* pagesOf<Page extends { nextCursor: string }>(
  path: string,
  ask: (cursor: string) => Promise<Page>,
): AsyncGenerator<Page> {
  const seen = new Set<string>()
  for (let cursor = ''; ; ) {
    seen.add(cursor)
    const page = await ask(cursor)
    yield page
    const next = page.nextCursor
    if (!next || next === cursor) return
    if (seen.has(next) || seen.size >= mostPages)
      throw new ApiError('unreadable', path, { detail: 'its pages do not end' })
    cursor = next
  }
}
