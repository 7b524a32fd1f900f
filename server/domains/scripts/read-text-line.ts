export type TextLine = { id: string | number; text: string }

/**
 * A line `{id, text}` of the commands that test the station's engine from outside; an id comes back as it was given.
 * undefined stands for a line that was too long to be kept. Never throws.
 */
export function readTextLine(
  line: string | undefined,
): TextLine | { id: TextLine['id'] | null; error: string } {
  if (line === undefined) return { id: null, error: 'the line is too long' }
  // Characters of GBK or UTF-16 come out as these, and would be answered as if somebody had written nonsense.
  if (/\ufffd{2}/.test(line)) return { id: null, error: 'not UTF-8' }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: 'not JSON' }
  }
  const { id, text } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return { id: null, error: 'id is missing' }
  if (typeof text !== 'string') return { id, error: 'text is not a text' }
  return { id, text }
}
