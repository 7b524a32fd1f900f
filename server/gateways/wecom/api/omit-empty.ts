/** Without undefined and '', at every depth of objects. Items of lists stay: [''] clears a list, by the vendor. */
export function omitEmpty(body: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(body).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(kept.map(([name, value]) => [name, isPlain(value) ? omitEmpty(value) : value]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
