type Json = unknown
export type Path = (string | number)[]
type Schema = {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  additionalProperties?: unknown
}

/** Every place in a value, the whole one first; of a list only the first item. */
export function pathsOf(value: Json): Path[] {
  if (Array.isArray(value)) return [[], ...(value.length > 0 ? under(0, value[0]) : [])]
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([name, part]) => under(name, part))]
}

function under(name: string | number, part: Json): Path[] {
  return pathsOf(part).map((path) => [name, ...path])
}

/** What stands at a place. */
export function partAt(value: Json, path: Path): Json {
  return path.reduce<Json>((part, name) => (part as Record<string | number, Json>)[name], value)
}

/** A copy with another value at one place. */
export function put(value: Json, path: Path, other: Json): Json {
  const [name, ...rest] = path
  if (name === undefined) return other
  if (Array.isArray(value)) return value.map((item, at) => (at === name ? put(item, rest, other) : item))
  return { ...(value as object), [name]: put((value as Record<string, Json>)[name], rest, other) }
}

/** The fields a schema knows, as `a.b.0.c`. */
export function fieldsOf(schema: Schema, at = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const path = at ? `${at}.${name}` : name
    return [path, ...fieldsOf(part, path)]
  })
  const items = schema.items ? fieldsOf(schema.items, `${at}.0`) : []
  return [...own, ...items, ...(schema.anyOf ?? []).flatMap((part) => fieldsOf(part, at))]
}
