import type { RouteEntry } from '../../server/platform/http/access.ts'
import type { Row } from './row.ts'

/** Where the app and the reviewed table differ, a sentence each. */
export function compareRoutes(routes: RouteEntry[], rows: Row[]): string[] {
  const known = new Map(rows.map((row) => [row.route, row]))
  const registered = new Set(routes.map(({ method, url }) => `${method} ${url}`))
  const faults = rows
    .filter(({ route }) => !registered.has(route))
    .map(({ route }) => `${route} is in the access table, but the app has no such route`)
  if (known.size < rows.length) faults.push('a route stands twice in the access table')
  for (const { method, url, access, stepUp, schema } of routes) {
    const name = `${method} ${url}`
    const row = known.get(name)
    if (!row) {
      faults.push(`${name} (${access}) has no row in the access table: say who may call it and what it names`)
      continue
    }
    if (row.access !== access) faults.push(`${name} asks for ${access}, the access table says ${row.access}`)
    if (Boolean(row.stepUp) !== stepUp)
      faults.push(`${name} ${stepUp ? 'asks' : 'does not ask'} for the password again; the table differs`)
    const own = access === 'resident' || access === 'visitor'
    if (method === 'GET' && !own && !row.recorded)
      faults.push(`${name}: the table does not say by which event the log knows who looked, or why by none`)
    if (row.recorded && (own || method !== 'GET')) faults.push(`${name}: is no look at somebody else`)
    const names = [...url.matchAll(/:([a-zA-Z]+)/g)].map(([, param]) => param!)
    for (const param of names)
      if (!row.params?.[param]) faults.push(`${name}: the table does not say what :${param} names`)
    if (Boolean(schema.body) !== Boolean(row.bodies))
      faults.push(`${name}: ${schema.body ? 'no' : 'a needless'} body in the table`)
    if (schema.querystring && !row.query && !row.stream) faults.push(`${name}: no query in the table`)
  }
  return faults
}
