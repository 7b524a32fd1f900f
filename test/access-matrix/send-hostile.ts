import type { ValidateFunction } from 'ajv'
import type { FastifySchemaValidationError } from 'fastify'
import { describeInvalid } from '../../server/platform/http/describe-invalid.ts'
import { compileSchema } from '../../server/platform/http/validate.ts'
import { callerOf } from './call-for-hidden.ts'
import { findAnswerFault, findSentenceFault } from './check-answer.ts'
import { fieldsOf, type Path, partAt, pathsOf, put } from './field-paths.ts'
import { broken, hugeNumber, texts, values } from './hostile-values.ts'
import { objectParams, requestOf } from './make-request.ts'
import type { Row } from './row.ts'
import type { MatrixServer } from './start-matrix-server.ts'
import type { watchRows } from './watch-rows.ts'

type Watch = Awaited<ReturnType<typeof watchRows>>
type Fits = (body: unknown) => boolean

/**
 * Puts hostile values into every field of a route's bodies and says, a sentence each, what was wrong with the answers.
 * What the schema refuses is described for every value, and sent once for every fault it finds in a field; what the
 * schema lets through is sent, and looked for in the database when it is taken.
 */
export async function sendHostile(
  server: MatrixServer,
  watch: Watch,
  row: Row,
  schema: object,
): Promise<string[]> {
  const faults: string[] = []
  const validate = compileSchema({ schema, httpPart: 'body', method: 'POST', url: '/' }) as ValidateFunction
  const bodies = await Promise.all(row.bodies!.map((body) => body(server.own)))
  const known = new Set(bodies.flatMap((body) => pathsOf(body).map((path) => path.join('.'))))
  for (const field of fieldsOf(schema))
    if (!known.has(field)) faults.push(`no body of the table has “${field}”`)
  for (const [variant, body] of bodies.entries()) {
    faults.push(...(await sendValid(server, row, variant)))
    const { refused, taken, sentences } = sortValues(body, validate)
    faults.push(...sentences)
    const before = await watch.look()
    for (const [what, sent] of refused) {
      const answer = await send(server, row, sent)
      const fault =
        answer.statusCode === 400 ? findAnswerFault(answer) : `answered ${answer.statusCode} ${answer.body}`
      if (fault) faults.push(`${what}: ${fault}`)
    }
    await watch
      .expectUnchanged(before, 'what the schema refuses')
      .catch((error) => faults.push(error.message))
    for (const change of row.slow ? taken.slice(0, 1) : taken)
      faults.push(...(await sendLegal(server, watch, row, variant, [change])))
    faults.push(...(await sendTexts(server, watch, row, variant, (given) => validate(given))))
    await reset(server, row)
  }
  return faults.map((fault) => `${row.route}: ${fault}`)
}

type Change = { path: Path; value: unknown; name: string }

/** The hostile bodies: those the schema refuses (one for each field and fault), those it lets through. */
function sortValues(body: unknown, validate: ValidateFunction) {
  const refused = new Map<string, unknown>()
  const taken: Change[] = []
  const sentences: string[] = []
  const sort = (path: Path, name: string, value: unknown) => {
    const hostile = put(body, path, value === hugeNumber ? Number.POSITIVE_INFINITY : value)
    if (validate(hostile)) return taken.push({ path, name, value })
    const errors = validate.errors as unknown as FastifySchemaValidationError[]
    const what = `${path.join('.') || 'the whole body'} = ${name}`
    const fault = findSentenceFault(describeInvalid(errors, 'body'))
    if (fault) sentences.push(`${what}: ${fault}`)
    const { keyword, instancePath } = errors[0]!
    const key = `${path.join('.')} ${keyword} ${instancePath}`
    if (!refused.has(key)) refused.set(key, put(body, path, value))
  }
  for (const path of pathsOf(body)) {
    const part = partAt(body, path)
    const isText = typeof part === 'string' && validate(put(body, path, texts.html))
    for (const [name, value] of Object.entries(values)) {
      // A free text is any text: those that mean something are sent together, by sendTexts.
      if (isText && typeof value === 'string' && !(name in broken) && value.trim() !== '') continue
      sort(path, name, value)
    }
    if (typeof part !== 'object' || part === null || Array.isArray(part)) continue
    sort(path, 'a field nobody knows', { ...part, unknownField: '1' })
    for (const name of Object.keys(part)) {
      const { [name]: _, ...rest } = part as Record<string, unknown>
      if (!validate(put(body, path, rest))) sort(path, `nothing for ${name}`, rest)
    }
  }
  return { refused, taken, sentences }
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
  return statusCode < 300 || row.succeeds === false
    ? []
    : [`its valid body ${variant} is answered ${statusCode} ${body}`]
}

/** Every kind of meaningful text in all free texts of a body at once; one by one where that is refused. */
async function sendTexts(
  server: MatrixServer,
  watch: Watch,
  row: Row,
  variant: number,
  fits: Fits,
): Promise<string[]> {
  const faults: string[] = []
  const body = await row.bodies![variant]!(server.own)
  const free = pathsOf(body).filter(
    (path) => typeof partAt(body, path) === 'string' && fits(put(body, path, texts.html)),
  )
  if (free.length === 0) return []
  for (const [name, text] of Object.entries(row.slow ? { html: texts.html } : texts)) {
    const changes = free
      .map((path, at) => ({ path, name, value: `${text}${at}` }))
      .filter(({ path, value }) => fits(put(body, path, value)))
    const together = await sendLegal(server, watch, row, variant, changes, changes.length > 1)
    if (!together.includes('refused')) faults.push(...together)
    else
      for (const change of changes) faults.push(...(await sendLegal(server, watch, row, variant, [change])))
  }
  return faults
}

/** Values the schema lets through: taken, and then kept as they came; or refused with a sentence and nothing changed. */
async function sendLegal(
  server: MatrixServer,
  watch: Watch,
  row: Row,
  variant: number,
  changes: Change[],
  sayRefused = false,
): Promise<string[]> {
  await reset(server, row)
  const what = changes.map(({ path, name }) => `${path.join('.') || 'the whole body'} = ${name}`).join(', ')
  const valid: unknown = await row.bodies![variant]!(server.own)
  const body = changes.reduce((given, { path, value }) => put(given, path, value), valid)
  const before = await watch.look()
  const answer = await send(server, row, body)
  const fault = findAnswerFault(answer)
  if (fault) return [`${what}: ${fault}`]
  if (answer.statusCode >= 400) {
    if (sayRefused) return ['refused']
    // A wrong password is counted and written down: that is what the refusal does.
    if (row.route.includes('/session')) return []
    const error = await watch.expectUnchanged(before, what).catch((thrown: Error) => thrown.message)
    return error ? [error] : []
  }
  const kept = changes.filter(
    ({ path, name }) => (name in texts || name in broken) && !row.notKept?.[String(path[0])],
  )
  if (kept.length === 0) return []
  const lost = await watch.findLost(
    kept.map(({ value }) => (value as string).toWellFormed().replaceAll('\0', '')),
    before,
  )
  return kept
    .filter(({ name, value }) => name in broken || lost.includes(value as string))
    .map(({ path, name }) => `${path.join('.')} = ${name} was taken, but is not kept as it came`)
}
