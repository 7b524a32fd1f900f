import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAnswerFault } from '../test/access-matrix/check-answer.ts'
import { rows } from '../test/access-matrix/rows.ts'
import { sendBrokenBodies } from '../test/access-matrix/send-broken-bodies.ts'
import { sendHostile } from '../test/access-matrix/send-hostile.ts'
import { sendHostileAddresses } from '../test/access-matrix/send-hostile-addresses.ts'
import { startMatrixServer } from '../test/access-matrix/start-matrix-server.ts'
import { watchRows } from '../test/access-matrix/watch-rows.ts'

const server = await startMatrixServer()
const { app, call, owner, officers } = server
const watch = await watchRows(owner)
for (const who of officers)
  await call(who, { method: 'POST', url: '/api/session/step-up', payload: { password: server.password } })

const schemas = new Map(app.routeTable.map(({ method, url, schema }) => [`${method} ${url}`, schema]))
const withBody = rows.filter(({ bodies }) => bodies)

test('what is no body at all is refused with a Chinese sentence, and nothing changes', async () => {
  const faults: string[] = []
  const before = await watch.look()
  for (const row of withBody) faults.push(...(await sendBrokenBodies(server, row)))
  assert.deepEqual(faults, [])
  await watch.expectUnchanged(before, 'what is no body')
  const vast = { method: 'POST', url: '/api/cases', payload: { title: 'x'.repeat(300_000) } } as const
  const { statusCode, body } = await call('chief', vast)
  assert.deepEqual([statusCode, JSON.parse(body).message], [413, '内容太大了，请减少文字或照片后再发。'])
})

test('odd headers are refused with a Chinese sentence or mean nothing', async () => {
  const odd = ['', 'x', 'null', 'http://', 'http://[', '%00', 'é', '💥', '; ;=,', '1e400', 'x'.repeat(4000)]
  const names = [
    'origin',
    'cookie',
    'idempotency-key',
    'x-station-id',
    'x-background',
    'user-agent',
    'accept-encoding',
  ]
  for (const name of [...names, 'if-none-match', 'range', 'x-forwarded-for', 'content-length', 'host'])
    for (const value of odd) {
      const [headers, payload] = [{ [name]: value }, { note: '等她补照片', status: 'waiting_resident' }]
      for (const options of [
        { url: `/api/files/${server.own.file}` },
        { method: 'POST', url: `/api/cases/${server.own.case}/status-changes`, payload },
      ] as const) {
        const answer = await call('chief', { ...options, headers })
        const fault = findAnswerFault(answer)
        assert.equal(fault, null, `${name}: ${value.slice(0, 40)} to ${options.url}`)
      }
    }
})

test('every parameter and query: odd texts are refused with a Chinese sentence or find nothing', async () => {
  const faults: string[] = []
  for (const row of rows) {
    const query = schemas.get(row.route)!.querystring
    faults.push(...(await sendHostileAddresses(server, watch, row, query)))
  }
  assert.deepEqual(faults, [])
})

test('every field of every body: refused with a Chinese sentence and nothing changed, or kept as it came', async () => {
  const faults: string[] = []
  for (const row of withBody)
    faults.push(...(await sendHostile(server, watch, row, schemas.get(row.route)!.body!)))
  assert.deepEqual(faults, [])
})
