import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callAsEverybody } from '../test/access-matrix/call-as-everybody.ts'
import { callForHidden, callForOwn } from '../test/access-matrix/call-for-hidden.ts'
import { compareRoutes } from '../test/access-matrix/compare-routes.ts'
import { rows } from '../test/access-matrix/rows.ts'
import { startMatrixServer } from '../test/access-matrix/start-matrix-server.ts'
import { watchRows } from '../test/access-matrix/watch-rows.ts'

const server = await startMatrixServer()
const { app, call, owner, officers } = server
const watch = await watchRows(owner)

test('every route of the app stands in the reviewed access table, and nothing else does', () => {
  assert.deepEqual(compareRoutes(app.routeTable, rows), [])
  const [first, ...others] = rows
  const opened = app.routeTable.map((route) => ({ ...route, access: 'public' as const }))
  const sentences = (routes: typeof app.routeTable, table: typeof rows) =>
    compareRoutes(routes, table).join('\n')
  assert.match(
    sentences(app.routeTable, others),
    new RegExp(`${first!.route} .* has no row in the access table`),
  )
  assert.match(sentences([], rows), new RegExp(`${first!.route} .* no such route`))
  assert.match(sentences(opened, rows), new RegExp(`${first!.route} asks for public, .* ${first!.access}`))
})

test('what asks for the password again refuses before it is given, and lets the same people in after', async () => {
  const guarded = rows.filter(({ stepUp }) => stepUp)
  const faults: string[] = []
  for (const row of guarded) faults.push(...(await callAsEverybody(server, row, 'step_up_required')))
  for (const who of officers) {
    const payload = { password: server.password }
    const { statusCode } = await call(who, { method: 'POST', url: '/api/session/step-up', payload })
    assert.equal(statusCode, 200)
  }
  for (const row of guarded) faults.push(...(await callAsEverybody(server, row)))
  assert.deepEqual(faults, [])
})

test('hidden objects are answered byte for byte like missing ones, and nothing changes', async () => {
  const faults: string[] = []
  for (const row of rows) faults.push(...(await callForHidden(server, watch, row)))
  assert.deepEqual(faults, [])
})

test('the same requests find the objects of their owner', async () => {
  const faults: string[] = []
  for (const row of rows) faults.push(...(await callForOwn(server, row)))
  assert.deepEqual(faults, [])
})

test('every route lets in whom the permission table lets in, and nobody else', async () => {
  const faults: string[] = []
  for (const row of rows.filter(({ stepUp }) => !stepUp)) faults.push(...(await callAsEverybody(server, row)))
  assert.deepEqual(faults, [])
})
