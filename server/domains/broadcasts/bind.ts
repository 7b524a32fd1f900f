export type Bind = (value: unknown, type: string) => string

/** Collects the parameters of a statement that is put together from parts: each part binds what it needs. */
export function binder(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = []
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`
  return { values, bind }
}
