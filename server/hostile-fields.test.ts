import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rows } from '../test/access-matrix/rows.ts'
import { sendHostile } from '../test/access-matrix/send-hostile.ts'
import { startMatrixServer } from '../test/access-matrix/start-matrix-server.ts'
import { watchRows } from '../test/access-matrix/watch-rows.ts'

const server = await startMatrixServer()
const { app, call, owner, officers } = server
const watch = await watchRows(owner)
for (const who of officers)
  await call(who, { method: 'POST', url: '/api/session/step-up', payload: { password: server.password } })

const bodyOf = new Map(app.routeTable.map(({ method, url, schema }) => [`${method} ${url}`, schema.body]))

test('every field of every body: refused with a Chinese sentence and nothing changed, or kept as it came', async () => {
  const faults: string[] = []
  for (const row of rows.filter(({ bodies }) => bodies)) {
    const t = performance.now()
    faults.push(...(await sendHostile(server, watch, row, bodyOf.get(row.route)!)))
    if (process.env.TIMES) console.log(row.route, Math.round(performance.now() - t))
  }
  assert.deepEqual(faults, [])
})
