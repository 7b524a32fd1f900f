import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { test } from 'node:test'
import { callerOf } from '../test/access-matrix/call-for-hidden.ts'
import { objectParams, type Request, requestOf } from '../test/access-matrix/make-request.ts'
import { rows } from '../test/access-matrix/rows.ts'
import { startMatrixServer } from '../test/access-matrix/start-matrix-server.ts'

const server = await startMatrixServer()
const { app, call, cookieOf, owner, own } = server
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const port = Number(new URL(address).port)

/** Of the workbench: what an officer does on a bad line and must not do twice. */
const important =
  /^(POST|PATCH|PUT|DELETE) \/api\/(cases|conversations\/:id\/(closure|assignment|reopening|triage-corrections|messages|notes)|appointments|walk-ins|captures|residents|contacts\/:id\/resident)/
/**
 * Answered without a key, and why a second try is harmless: nothing is written (a visit, leaving this phone), or the
 * link itself is the proof and opens again.
 */
const withoutKey = ['POST /api/resident/visit', 'DELETE /api/resident/session', 'POST /api/resident/access']
/** Shown elsewhere: a code and a lost cookie (access.test.ts), a file (files.test.ts). */
const elsewhere = [
  'POST /api/resident/access-code',
  'DELETE /api/resident/access',
  'POST /api/resident/files',
]

const written = rows.filter(
  ({ route, nothingOwn }) =>
    !nothingOwn &&
    !route.startsWith('GET ') &&
    (route.includes(' /api/resident/')
      ? ![...withoutKey, ...elsewhere].includes(route)
      : important.test(route)),
)

const eventIds = async (): Promise<Set<string>> =>
  new Set((await owner.query('select id from events')).rows.map(({ id }) => id))

/** What the first try leaves when it is done: its key, or for a message the message's own key. */
async function isCommitted(key: string, request: Request): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select from idempotency_keys where key = $1 and answer is not null
     union all select from messages where client_key like '%' || $2 union all select from arrivals where client_key like '%' || $2`,
    [key, (request.payload as { clientKey?: string } | undefined)?.clientKey ?? key],
  )
  return rowCount! > 0
}

/** Sends a request, waits until its work is committed, and tears the line before anything of the answer is read. */
async function sendAndLose(cookie: string, request: Request, key: string): Promise<void> {
  const body = request.payload ? JSON.stringify(request.payload) : ''
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  const type = body ? 'content-type: application/json\r\n' : ''
  socket.write(
    `${request.method} ${request.url} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\nidempotency-key: ${key}\r\n${type}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  const until = Date.now() + 10_000
  while (!(await isCommitted(key, request))) {
    assert.ok(Date.now() < until, `${request.method} ${request.url} was never committed`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  socket.destroy()
}

for (const row of written)
  test(`${row.route}: an answer that was lost on the way is given again, and the work is done once`, async () => {
    if (row.reset) {
      const [first] = objectParams(row)
      await owner.query(row.reset, [first ? own[first[1]] : null])
    }
    // Whose contact it is was decided anew by the rows before.
    if (row.route.endsWith('/resident')) await owner.query('update contacts set resident_id = null')
    const request = await requestOf(row, own)
    const key = randomUUID()
    const before = await eventIds()
    await sendAndLose(cookieOf(callerOf(row)), request, key)
    const headers = { 'idempotency-key': key }
    const second = await call(callerOf(row), { ...request, headers })
    assert.ok(second.statusCode < 300, `${second.statusCode} ${second.body}`)
    const third = await call(callerOf(row), { ...request, headers })
    assert.equal(third.body, second.body)
    const { rows: kept } = await owner.query('select answer from idempotency_keys where key = $1', [key])
    if (kept.length > 0) assert.equal(kept.length, 1)
    const { rows: fresh } = await owner.query(
      `select id, name, request_id from events where actor_kind <> 'system'`,
    )
    const added = fresh.filter(({ id }) => !before.has(id))
    const requests = new Set(added.map((event) => event.request_id))
    assert.ok(requests.size <= 1, `done more than once: ${JSON.stringify(added)}`)
    const messages = await owner.query(
      'select client_key from messages where client_key is not null group by station_id, contact_id, client_key having count(*) > 1',
    )
    assert.deepEqual(messages.rows, [])
  })

test('every write of a resident is looked at here, or it is said where', () => {
  const resident = rows.filter(({ route }) => !route.startsWith('GET ') && route.includes(' /api/resident/'))
  assert.ok(written.length > 25, `${written.length}`)
  for (const { route } of resident)
    assert.ok([...written.map((row) => row.route), ...withoutKey, ...elsewhere].includes(route), route)
})
