import { compileSchema } from '../../server/platform/http/validate.ts'
import { callerOf } from './call-for-hidden.ts'
import { findAnswerFault } from './check-answer.ts'
import { fieldsOf, pathsOf, put } from './field-paths.ts'
import { broken, hugeNumber, texts, values } from './hostile-values.ts'
import { objectParams, requestOf } from './make-request.ts'
import type { Row } from './row.ts'
import type { MatrixServer } from './start-matrix-server.ts'
import type { watchRows } from './watch-rows.ts'

type Watch = Awaited<ReturnType<typeof watchRows>>

/** Sends every hostile value in every field of a route's body and says, a sentence each, what was wrong with the answers. */
export async function sendHostile(server: MatrixServer, watch: Watch, row: Row, schema: object): Promise<string[]> {
  const faults: string[] = []
  const fits = compileSchema({ schema, httpPart: 'body', method: 'POST', url: '/' }) as (body: unknown) => boolean
  const bodies = await Promise.all(row.bodies!.map((body) => body(server.own)))
  const known = new Set(bodies.flatMap((body) => pathsOf(body).map((path) => path.join('.'))))
  for (const field of fieldsOf(schema)) if (!known.has(field)) faults.push(`${row.route}: no body has “${field}”`)
  for (const [variant, body] of bodies.entries()) {
    faults.push(...(await sendValid(server, row, variant)))
    const refused: [string, unknown][] = []
    const maybe: [string, (string | number)[], unknown, string][] = []
    for (const path of pathsOf(body)) {
      const original = path.reduce<unknown>((part, name) => (part as Record<string | number, unknown>)[name], body)
      const what = path.join('.') || 'the whole body'
      for (const [name, value] of Object.entries(values)) {
        const hostile = put(body, path, value === hugeNumber ? Infinity : value)
        const sent = put(body, path, value)
        if (!fits(hostile)) refused.push([`${what} = ${name}`, sent])
        else if (name in broken) faults.push(`${row.route}: ${what} may hold ${name}`)
        else if (!row.slow || name === 'html') maybe.push([`${what} = ${name}`, path, value, name])
      }
      if (typeof original !== 'object' || original === null || Array.isArray(original)) continue
      const extra = put(body, path, { ...original, unknownField: '1' })
      if (fits(extra)) faults.push(`${row.route}: ${what} takes fields nobody knows`)
      refused.push([`${what} with __proto__`, put(body, path, { ...original, ['__proto__x']: 1 })])
    }
    const before = await watch.look()
    for (const [what, sent] of refused) {
      const answer = await send(server, row, sent)
      const fault = answer.statusCode === 400 ? findAnswerFault(answer) : `answered ${answer.statusCode} ${answer.body}`
      if (fault) faults.push(`${row.route}: ${what}: ${fault}`)
    }
    await watch.expectUnchanged(before, row.route).catch((error) => faults.push(error.message))
    for (const [what, path, value, name] of maybe)
      faults.push(...(await sendLegal(server, watch, row, variant, { what, path, value, text: name in texts })))
  }
  return faults
}

async function send(server: MatrixServer, row: Row, body: unknown) {
  const { method, url } = await requestOf({ ...row, bodies: [] }, server.own)
  const payload = JSON.stringify(body).replaceAll(JSON.stringify(hugeNumber), '1e400')
  return server.call(callerOf(row), { method, url, payload, headers: { 'content-type': 'application/json' } })
}

async function reset(server: MatrixServer, row: Row): Promise<void> {
  if (!row.reset) return
  const first = objectParams(row)[0]
  await server.owner.query(row.reset, [first ? server.own[first[1]] : null])
}

/** The body as it is has to be taken, or the refusals prove nothing. */
async function sendValid(server: MatrixServer, row: Row, variant: number): Promise<string[]> {
  await reset(server, row)
  const { statusCode, body } = await send(server, row, await row.bodies![variant]!(server.own))
  if (row.succeeds === false) return []
  return statusCode < 300 ? [] : [`${row.route}: its valid body ${variant} is answered ${statusCode} ${body}`]
}

/** A value the schema lets through: taken, and then kept as it came; or refused with a sentence and nothing changed. */
async function sendLegal(
  server: MatrixServer,
  watch: Watch,
  row: Row,
  variant: number,
  { what, path, value, text }: { what: string; path: (string | number)[]; value: unknown; text: boolean },
): Promise<string[]> {
  await reset(server, row)
  const body = put(await row.bodies![variant]!(server.own), path, value)
  const before = await watch.look()
  const answer = await send(server, row, body)
  const fault = findAnswerFault(answer)
  if (fault) return [`${row.route}: ${what}: ${fault}`]
  if (answer.statusCode >= 400) {
    // A wrong password is counted and written down: that is what the refusal does.
    if (row.route.includes('/session')) return []
    return watch.expectUnchanged(before, `${row.route}: ${what}`).then(
      () => [],
      (error) => [error.message],
    )
  }
  const field = String(path[0])
  if (!text || row.notKept?.[field]) return []
  return (await watch.holds(value as string)) ? [] : [`${row.route}: ${what} was taken, but is not kept as it came`]
}
