type Said = { id: string; sentAt: string }
/** A stretch of a talk, oldest first; `more`: there is something before it. */
export type Stretch<T extends Said> = { messages: T[]; more: boolean }

const byTime = (a: Said, b: Said) => a.sentAt.localeCompare(b.sentAt) || a.id.localeCompare(b.id)

/**
 * What is on the screen, joined with the newest page as it is read again and again. The page moves on with every message:
 * what leaves its beginning stays. When so much came meanwhile that the two do not touch, the page alone is shown, and
 * what lies between is read as older.
 */
export function followNewest<T extends Said>(known: Stretch<T>, page: Stretch<T>): Stretch<T> {
  const here = new Set(page.messages.map(({ id }) => id))
  if (!known.messages.some(({ id }) => here.has(id))) return page
  const kept = known.messages.filter(({ id }) => !here.has(id))
  return { messages: [...kept, ...page.messages].toSorted(byTime), more: known.more }
}

/** With the page before its first message. */
export function putBefore<T extends Said>(known: Stretch<T>, page: Stretch<T>): Stretch<T> {
  const here = new Set(known.messages.map(({ id }) => id))
  return {
    messages: [...page.messages.filter(({ id }) => !here.has(id)), ...known.messages],
    more: page.more,
  }
}
