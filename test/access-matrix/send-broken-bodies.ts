import { callerOf } from './call-for-hidden.ts'
import { findAnswerFault } from './check-answer.ts'
import { addressOf } from './make-request.ts'
import type { Row } from './row.ts'
import type { MatrixServer } from './start-matrix-server.ts'

const json = 'application/json'
const bodies: Record<string, [type: string, bytes: string | Buffer]> = {
  nothing: [json, ''],
  half: [json, '{"a":'],
  'a number that is none': [json, '{"a":NaN}'],
  'a comment': [json, '{/* a */}'],
  'a prototype': [json, '{"__proto__":{"admin":true}}'],
  'a constructor': [json, '{"constructor":{"prototype":{"admin":true}}}'],
  'bytes that are no text': [json, Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d])],
  'ten thousand brackets': [json, '['.repeat(10_000)],
  'a form': ['application/x-www-form-urlencoded', 'a=1'],
  'plain text': ['text/plain', 'hello'],
  'a type that is none': ['%%%', '{}'],
}

/** Sends what is no body at all; each has to be refused with a sentence. */
export async function sendBrokenBodies(server: MatrixServer, row: Row): Promise<string[]> {
  const faults: string[] = []
  const [method, url] = [row.route.split(' ')[0] as 'POST', addressOf(row, server.own)]
  for (const [what, [type, payload]] of Object.entries(bodies)) {
    const answer = await server.call(callerOf(row), {
      method,
      url,
      payload,
      headers: { 'content-type': type },
    })
    const { statusCode } = answer
    const fault = statusCode < 400 ? `was taken with ${statusCode}` : findAnswerFault(answer)
    if (fault) faults.push(`${row.route}: ${what}: ${fault}`)
  }
  return faults
}
