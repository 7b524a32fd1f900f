/** However a request ends, its turn is over by then. */
const longestMs = 60_000

/**
 * Lets so many at once through for each key; the others wait in the order they came. Whoever is let through gets what
 * ends her turn; ending it twice is ending it once.
 */
export function createTurns(most: number): (key: string) => Promise<() => void> {
  const lines = new Map<string, { open: number; waiting: (() => void)[] }>()
  return async (key) => {
    const line = lines.get(key) ?? { open: 0, waiting: [] }
    lines.set(key, line)
    if (line.open < most) line.open++
    else await new Promise<void>((go) => line.waiting.push(go))
    let over = false
    const end = () => {
      if (over) return
      over = true
      clearTimeout(atLast)
      const next = line.waiting.shift()
      if (next) return next()
      line.open--
      if (line.open === 0) lines.delete(key)
    }
    const atLast = setTimeout(end, longestMs).unref()
    return end
  }
}
