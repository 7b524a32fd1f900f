import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { InjectOptions } from 'fastify'
import sharp from 'sharp'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { createWorld } from '../../../test/world.ts'

const { app, context, world } = await startTestServer()
const elsewhere = await createWorld(context.pool, '430182902')
const third = await createWorld(context.pool, '430182903')
const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
  .jpeg()
  .toBuffer()

/** A phone that has visited the stations in this order, and asks as a browser does. */
async function phoneAt(...codes: string[]) {
  let cookie = ''
  const call = async (options: InjectOptions) => {
    const answer = await app.inject({
      ...options,
      headers: { ...(cookie && { cookie }), ...options.headers },
    })
    if (answer.cookies[0]) cookie = `${answer.cookies[0].name}=${answer.cookies[0].value}`
    return answer
  }
  for (const stationCode of codes)
    await call({ method: 'POST', url: '/api/resident/visit', payload: { stationCode } })
  return call
}
const at = (stationId: string) => ({ 'x-station-id': stationId })
const put = async (phone: Awaited<ReturnType<typeof phoneAt>>, stationId: string): Promise<string> => {
  const form = uploadForm({ bytes })
  const headers = { ...form.headers, ...at(stationId) }
  const answer = await phone({ ...form, url: '/api/resident/files', headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}

test('a picture is fetched by its address alone, from whichever of the phone’s stations', async () => {
  const phone = await phoneAt(world.code, elsewhere.code)
  const here = await put(phone, world.stationId)
  const there = await put(phone, elsewhere.stationId)
  const status = async (id: string, query: string, more: InjectOptions = {}) =>
    (await phone({ url: `/api/resident/files/${id}?${query}`, ...more })).statusCode
  assert.equal(await status(here, 'variant=thumb'), 404, 'without it the last visited station is asked')
  assert.equal(await status(there, 'variant=thumb'), 200)
  for (const method of ['GET', 'HEAD'] as const) {
    assert.equal(await status(here, `variant=thumb&station=${world.stationId}`, { method }), 200)
    assert.equal(await status(there, `station=${elsewhere.stationId}`, { method }), 200)
    assert.equal(await status(there, `station=${world.stationId}`, { method }), 404)
  }
  // The header is what the page says of itself; it goes first.
  const headers = at(elsewhere.stationId)
  assert.equal(await status(here, `station=${world.stationId}`, { headers }), 404)
})

test('it chooses among the stations of the cookie and opens nothing else', async () => {
  const phone = await phoneAt(world.code, elsewhere.code)
  const id = await put(phone, world.stationId)
  const stranger = await phoneAt(world.code)
  const nobody = await phoneAt()
  const url = `/api/resident/files/${id}?station=${world.stationId}`
  assert.equal((await stranger({ url })).statusCode, 404)
  assert.equal((await nobody({ url })).statusCode, 401)
  for (const query of [third.stationId, randomUUID(), 'x', '%00', `${world.stationId}&station=x`]) {
    for (const path of [`/api/resident/files/${id}`, '/api/resident/live']) {
      const { statusCode } = await phone({ url: `${path}?station=${query}` })
      assert.equal(statusCode, 401, `${path} ${query}`)
    }
  }
})

test('no other route takes the station from the address', async () => {
  const phone = await phoneAt(world.code, elsewhere.code)
  const station = `station=${world.stationId}`
  const payload = { clientKey: randomUUID(), body: '请问几点上班' }
  const asked = await phone({ method: 'POST', url: `/api/resident/messages?${station}`, payload })
  assert.equal(asked.statusCode, 201, asked.body)
  const matters = async (query: string, headers = {}) =>
    (await phone({ url: `/api/resident/conversations?${query}`, headers })).json().length
  assert.deepEqual(
    [
      await matters(station),
      await matters('', at(world.stationId)),
      await matters('', at(elsewhere.stationId)),
    ],
    [1, 0, 1],
  )
  assert.equal((await phone({ url: `/api/resident/reads?${station}` })).statusCode, 400)
  const form = uploadForm({ bytes })
  assert.equal((await phone({ ...form, url: `/api/resident/files?${station}` })).statusCode, 400)
  const takers = app.routeTable.filter(({ schema }) => 'station' in (propertiesOf(schema.querystring) ?? {}))
  assert.deepEqual(takers.map(({ method, url }) => `${method} ${url}`).sort(), [
    'GET /api/resident/files/:id',
    'GET /api/resident/live',
  ])
})

test('the live stream of one station while another was visited last', { timeout: 60_000 }, async () => {
  const phone = await phoneAt(world.code, elsewhere.code)
  const leave = new AbortController()
  const url = `/api/resident/live?station=${world.stationId}`
  const answer = await phone({ url, payloadAsStream: true, signal: leave.signal })
  assert.equal(answer.statusCode, 200)
  const stream = answer.stream()
  stream.on('error', () => {})
  let heard = ''
  const told = new Promise<void>((done) => {
    stream.on('data', (chunk) => {
      heard += chunk
      if (heard.includes('event: change')) done()
    })
  })
  const send = (stationId: string) =>
    phone({
      method: 'POST',
      url: '/api/resident/messages',
      headers: at(stationId),
      payload: { clientKey: randomUUID(), body: '身份证丢了怎么补' },
    })
  const there = (await send(elsewhere.stationId)).json().conversationId
  const here = (await send(world.stationId)).json().conversationId
  await told
  leave.abort()
  assert.ok(heard.includes(here))
  assert.ok(!heard.includes(there))
})

function propertiesOf(schema: object | undefined): object | undefined {
  return (schema as { properties?: object } | undefined)?.properties
}
