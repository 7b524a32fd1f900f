import { newId } from '../../server/platform/id.ts'
import { expectAtDoor } from './expect-at-door.ts'
import { addressOf, objectParams, requestOf } from './make-request.ts'
import type { Row } from './row.ts'
import type { CallerName, MatrixServer } from './start-matrix-server.ts'

/** A signed-in session must outlive the test: these are called by those who have none. */
const ending = 'DELETE /api/session'

const everybody: CallerName[] = [
  'anonymous',
  'resident',
  'chief',
  'officer',
  'westAuxiliary',
  'administrator',
  'auditor',
]

/**
 * Calls one route as everybody and says, a sentence each, where the door answered otherwise than the permission
 * table has it. Objects are named by ids that nothing has, so that no call changes what the next one finds.
 * With `refusal`, those who may are expected to be refused with this code.
 */
export async function callAsEverybody(server: MatrixServer, row: Row, refusal?: string): Promise<string[]> {
  const faults: string[] = []
  const callers = row.route === ending ? (['anonymous'] as const) : everybody
  for (const who of callers) {
    const request = await requestOf(row, server.own)
    request.url = addressOf(
      row,
      server.own,
      Object.fromEntries(
        objectParams(row).map(([name, kind]) => [name, kind === 'guideSlug' ? 'none' : newId()]),
      ),
    )
    const expected = expectAtDoor(row.access, who)
    const { statusCode, body } = row.stream
      ? await headOf(server, who, request.url)
      : await server.call(who, request)
    const own = row.refuses === statusCode && expected === 'allowed'
    const met =
      expected !== 'allowed'
        ? statusCode === expected
        : refusal
          ? statusCode === 403 && JSON.parse(body).code === refusal
          : own || (statusCode !== 401 && statusCode !== 403)
    if (!met)
      faults.push(`${row.route} as ${who}: expected ${refusal ?? expected}, answered ${statusCode} ${body}`)
    if (statusCode >= 500) faults.push(`${row.route} as ${who}: ${statusCode} ${body}`)
  }
  return faults
}

/** The head of an answer that never ends; the stream is then left. */
async function headOf(server: MatrixServer, who: CallerName, url: string) {
  const leave = new AbortController()
  const answer = await server.call(who, { url, payloadAsStream: true, signal: leave.signal })
  const { statusCode } = answer
  answer.stream().on('error', () => {})
  leave.abort()
  return { statusCode, body: '' }
}
