/**
 * Reading what came from outside, without believing its types: the same field comes as number and as text, or not
 * at all. NUL and half characters are dropped, for PostgreSQL takes neither.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}

/** undefined when it is no finite number, nor a text that is one. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function listOf<Item>(value: unknown, read: (item: unknown) => Item): Item[] {
  return Array.isArray(value) ? value.map(read) : []
}

/** Texts of a list, without the empty ones. */
export function textsOf(value: unknown): string[] {
  return listOf(value, textOf).filter((text) => text !== '')
}
