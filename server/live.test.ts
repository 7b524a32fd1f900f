import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLiveStream, type Told } from '../test/live-stream.ts'
import { startTestServer } from '../test/server.ts'
import { createApp } from './app.ts'
import { readAudiences } from './audiences.ts'
import { loadSession } from './domains/officers/load-session.ts'
import type { App } from './platform/http/create-http.ts'
import { startLive } from './platform/live/live.ts'
import { inStation } from './platform/tenancy.ts'

const { app, context, database, world, as, asResident } = await startTestServer()
const { pool } = context
await app.listen({ port: 0, host: '127.0.0.1' })

/** A second process beside the first: a feed of its own on the same database. */
async function startNeighbour(): Promise<App> {
  const live = startLive({ pool, listenUrl: database.servingUrl, log: context.log, audiences: readAudiences })
  const neighbour = await createApp(
    { ...context, live },
    {
      officer: async (request) => {
        const [stationId, officerId] = String(request.headers['x-test-officer'] ?? '').split(' ')
        if (!stationId || !officerId) return null
        return inStation(pool, stationId, (tx) =>
          loadSession(tx, officerId, { sessionId: officerId, steppedUpAt: null }),
        )
      },
      resident: async () => null,
    },
    { rateLimits: false },
  )
  await neighbour.listen({ port: 0, host: '127.0.0.1' })
  after(async () => {
    await neighbour.close()
    await live.close()
  })
  return neighbour
}

/** An open stream of `at`. */
const open = (at: App, path: string, headers: Record<string, string>) =>
  openLiveStream((at.server.address() as AddressInfo).port, path, headers)

const officer = (who: keyof typeof world.officers) => ({
  'x-test-officer': `${world.stationId} ${world.officers[who]}`,
})
const resident = { 'x-test-resident': `${world.stationId} ${world.contacts.chen}` }
const ask = async (body: string) => {
  const answer = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), body },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().conversationId as string
}
/** What came before is told by now (the feed is held back by whatever writes in this cluster), and forgotten. */
async function settle(
  screens: Awaited<ReturnType<typeof open>>[],
  name: string,
  event: () => Promise<unknown>,
) {
  await event()
  for (const { told, until } of screens) {
    await until(({ data }) => data.name === name)
    told.length = 0
  }
}
const names = (told: Told[]) =>
  told.filter(({ event }) => event === 'change').map(({ data }) => data.name as string)

test('a screen goes on at another process where it was cut off at the first, with nothing missed or told twice', async () => {
  const neighbour = await startNeighbour()
  const first = await open(app, '/api/live', officer('chief'))
  const before = await ask('身份证丢了怎么补')
  const seen = await first.until(({ data }) => data.conversationId === before)
  first.close()
  const missed = [await ask('居住证怎么办'), await ask('户口本怎么换')]
  const second = await open(neighbour, '/api/live', {
    ...officer('chief'),
    'last-event-id': seen.data.cursor as string,
  })
  const afterwards = await ask('想迁户口')
  await second.until(({ data }) => data.conversationId === afterwards)
  second.close()
  const heard = second.told.filter(({ data }) => data.name === 'message.received')
  assert.deepEqual(
    heard.map(({ data }) => data.conversationId),
    [...missed, afterwards],
  )
  assert.equal(second.hello!.data.reset, false)
})

test('who looked, who signed in and what the auditor asked is on nobody’s screen', async () => {
  const id = await ask('我家的狗丢了')
  const screens = await Promise.all([
    open(app, '/api/live', officer('officer')),
    open(app, '/api/live', officer('administrator')),
    open(app, '/api/resident/live', resident),
  ])
  const [desk, admin, phone] = screens
  await settle([desk!, phone!], 'message.received', () => ask('有人看见它在河边'))
  const looks = [
    await as('chief')({ method: 'GET', url: `/api/conversations/${id}` }),
    await as('auditor')({ method: 'GET', url: `/api/audit/events?contactId=${world.contacts.chen}` }),
  ]
  for (const { statusCode, body } of looks) assert.equal(statusCode, 200, body)
  await ask('狗找到了')
  await desk!.until(({ data }) => data.name === 'message.received')
  await phone!.until(({ data }) => data.name === 'message.received')
  for (const screen of screens) screen.close()
  assert.deepEqual(names(desk!.told), ['message.received'])
  assert.deepEqual(names(phone!.told), ['message.received'])
  assert.deepEqual(names(admin!.told), [])
})

test('who was away for thousands of events loads afresh instead of being told them all', async () => {
  await inStation(pool, world.stationId, (tx) =>
    tx.client.query(
      `insert into events (station_id, id, name, actor_kind, subject_kind, subject_id)
       select $1, gen_random_uuid(), 'station.configured', 'system', 'station', $1 from generate_series(1, 2100)`,
      [world.stationId],
    ),
  )
  const start = '0.00000000-0000-0000-0000-000000000000'
  const screen = await open(app, `/api/resident/live?after=${start}`, resident)
  const id = await ask('路灯坏了')
  await screen.until(({ data }) => data.conversationId === id)
  screen.close()
  assert.equal(screen.hello!.data.reset, true)
  assert.deepEqual(names(screen.told), ['message.received'])
})

test('a phone that opens page after page is told to close some', async () => {
  const streams = await Promise.all(
    Array.from({ length: 7 }, () => open(app, '/api/resident/live', resident)),
  )
  assert.deepEqual(streams.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 429])
  for (const stream of streams) stream.close()
  for (let status = 0; status !== 200; await sleep(20)) {
    const again = await open(app, '/api/resident/live', resident)
    status = again.status
    again.close()
  }
})
