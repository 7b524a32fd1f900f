import type { InjectOptions } from 'fastify'
import type { Ids, Kind, Row, Things } from './row.ts'

export type Request = {
  method: InjectOptions['method']
  url: string
  query?: Record<string, string>
  payload?: object
}

/** The address of a row: parameters from `given` first, else from `ids`. */
export function addressOf(row: Row, ids: Ids, given: Record<string, string> = {}): string {
  return row.route.split(' ')[1]!.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const kind = row.params?.[name]
    if (kind === undefined) throw new Error(`${row.route} does not say what :${name} names`)
    return encodeURIComponent(given[name] ?? (kind.startsWith("'") ? kind.slice(1, -1) : ids[kind as Kind]))
  })
}

/** A request of the row that is valid by its schema, with its `variant`th body. */
export async function requestOf(row: Row, things: Things, variant = 0): Promise<Request> {
  const payload = await row.bodies?.[variant]?.(things)
  const query = row.query?.(things)
  return {
    method: row.route.split(' ')[0] as InjectOptions['method'],
    url: addressOf(row, things),
    ...(query ? { query } : {}),
    ...(payload ? { payload } : {}),
  }
}

/** The parameters of a row that name an object, with its kind. */
export function objectParams(row: Row): [name: string, kind: Kind][] {
  return Object.entries(row.params ?? {}).flatMap(([name, kind]) =>
    kind.startsWith("'") ? [] : [[name, kind as Kind] as [string, Kind]],
  )
}

/** `value` with every text that is `from` replaced; null when there is none. */
export function swap<T>(value: T, from: string, to: string): T | null {
  const text = JSON.stringify(value)
  const swapped = text.replaceAll(JSON.stringify(from), JSON.stringify(to))
  return swapped === text ? null : JSON.parse(swapped)
}
