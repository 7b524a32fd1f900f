import { callerOf } from './call-for-hidden.ts'
import { findAnswerFault } from './check-answer.ts'
import { addressTexts } from './hostile-values.ts'
import { addressOf, requestOf } from './make-request.ts'
import type { Row } from './row.ts'
import type { MatrixServer } from './start-matrix-server.ts'
import type { watchRows } from './watch-rows.ts'

/** Puts odd texts into every parameter and every query field of a route and says what was wrong with the answers. */
export async function sendHostileAddresses(
  server: MatrixServer,
  watch: Awaited<ReturnType<typeof watchRows>>,
  row: Row,
  querySchema: { properties?: Record<string, unknown> } | undefined,
): Promise<string[]> {
  const faults: string[] = []
  const { method, query, payload, url } = await requestOf(row, server.own)
  const fields = Object.keys(querySchema?.properties ?? {})
  const addresses: string[] = []
  for (const name of Object.keys(row.params ?? {}))
    for (const text of addressTexts)
      addresses.push(addressOf(row, server.own, { [name]: 'HERE' }).replace('HERE', () => text))
  const search = (more: string, without?: string) => {
    const others = Object.entries(query ?? {}).filter(([name]) => name !== without)
    return `${url}?${[...others.map(([name, value]) => `${name}=${encodeURIComponent(value)}`), more].join('&')}`
  }
  for (const field of fields) {
    for (const text of addressTexts) addresses.push(search(`${field}=${text}`, field))
    addresses.push(search(`${field}=1&${field}=2`, field), search(`${field}[a]=1`, field))
  }
  if (querySchema) addresses.push(search('unknownField=1'), search('__proto__=1'), search('%ff=%00'))
  const before = await watch.look()
  let taken = false
  for (const address of row.stream ? [] : addresses) {
    const answer = await server.call(callerOf(row), { method, url: address, ...(payload ? { payload } : {}) })
    const fault = findAnswerFault(answer)
    if (fault) faults.push(`${row.route}: ${address.slice(0, 160)}: ${fault}`)
    if (answer.statusCode < 400) taken = true
  }
  if (!taken) await watch.expectUnchanged(before, row.route).catch((error) => faults.push(error.message))
  return faults
}
