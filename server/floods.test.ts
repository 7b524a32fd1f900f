import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startTestServer } from '../test/server.ts'
import { createApp } from './app.ts'
import { loadSession } from './domains/officers/load-session.ts'
import { createResidentAuthenticator } from './domains/residents/authenticate-resident.ts'
import { fileUses } from './file-uses.ts'
import { checkBudget } from './platform/files/check-budget.ts'
import { newId } from './platform/id.ts'
import { inStation } from './platform/tenancy.ts'

const { context, world } = await startTestServer()
const { stationId, contacts, officers } = world

/** The same server with its limits on, as it is in use; `requestsPerMinute` as the settings have it. */
async function withLimits(requestsPerMinute: number) {
  const limited = { ...context, config: { ...context.config, requestsPerMinute } }
  const byCookie = createResidentAuthenticator(limited)
  const app = await createApp(limited, {
    officer: async (request) => {
      const officerId = String(request.headers['x-test-officer'] ?? '')
      const session = { sessionId: officerId, steppedUpAt: null }
      return officerId
        ? inStation(context.pool, stationId, (tx) => loadSession(tx, officerId, session))
        : null
    },
    resident: async (request) =>
      request.headers['x-test-contact']
        ? { stationId, contactId: String(request.headers['x-test-contact']) }
        : byCookie(request),
  })
  await app.ready()
  after(() => app.close())
  return app
}
const app = await withLimits(1200)

const ask = (remoteAddress: string, body: string, more: object = {}, on = app) =>
  on.inject({
    method: 'POST',
    url: '/api/resident/messages',
    remoteAddress,
    headers: { 'x-test-contact': contacts.chen },
    payload: { clientKey: newId(), body, ...more },
  })

test('new matters from one address end at a hundred in ten minutes, with the telephone; an emergency never', async () => {
  const answers = await Promise.all(
    Array.from({ length: 103 }, (_, at) => ask('10.1.0.1', `问一下第${at}件事`)),
  )
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  assert.equal(refused.length, 3)
  assert.match(refused[0]!.json().message, /打电话 0731-00000000。急事拨打110/)
  const taken = answers.find(({ statusCode }) => statusCode === 201)!.json()
  assert.equal((await ask('10.1.0.1', '救命，有人拿刀砍人')).statusCode, 201)
  const { conversationId } = taken
  assert.equal((await ask('10.1.0.1', '再补一句', { conversationId })).statusCode, 201, 'a known matter')
  assert.equal((await ask('10.1.0.2', '别处的人问一下')).statusCode, 201)
})

test('new phones and bookings have their limits too; what is known passes', async () => {
  const visit = (cookie?: string) =>
    app.inject({
      method: 'POST',
      url: '/api/resident/visit',
      remoteAddress: '10.1.0.3',
      payload: { stationCode: world.code },
      headers: cookie ? { cookie } : {},
    })
  const [given] = (await visit()).cookies
  for (let times = 1; times < 600; times++) assert.equal((await visit()).statusCode, 200)
  const refused = await visit()
  assert.equal(refused.statusCode, 429)
  assert.match(refused.json().message, /0731-00000000/)
  assert.equal((await visit(`${given!.name}=${given!.value}`)).statusCode, 200)

  const book = () =>
    app.inject({
      method: 'POST',
      url: '/api/resident/appointments',
      remoteAddress: '10.1.0.4',
      headers: { 'x-test-contact': contacts.chen },
      payload: {
        guideSlug: 'nothing',
        startsAt: new Date().toISOString(),
        name: '陈大妈',
        phone: '13800000000',
        clientKey: newId(),
      },
    })
  for (let times = 0; times < 40; times++) assert.notEqual((await book()).statusCode, 429)
  assert.equal((await book()).statusCode, 429)
})

test('officers and residents behind one address do not use up what each of them may; one machine has an end', async () => {
  const narrow = await withLimits(30)
  const look = async (remoteAddress: string, headers: Record<string, string>, url: string) =>
    (await narrow.inject({ url, remoteAddress, headers })).statusCode
  const counts = (officer: string, address = '10.1.0.7') =>
    look(address, { 'x-test-officer': officer }, '/api/conversation-counts')
  for (let times = 0; times < 30; times++) assert.equal(await counts(officers.chief), 200)
  assert.equal(await counts(officers.chief), 429)
  assert.equal(await counts(officers.chief, '10.1.0.8'), 429, 'the same person from elsewhere')
  assert.equal(await counts(officers.officer), 200, 'her colleague behind the same router')
  const mine = (contact: string) =>
    look('10.1.0.7', contact ? { 'x-test-contact': contact } : {}, '/api/resident/conversations')
  assert.equal(await mine(contacts.chen), 200)
  for (let times = 0; times < 30; times++) assert.equal(await mine(''), 401)
  assert.equal(await mine(''), 429, 'who is nobody')
  assert.equal(await mine(contacts.chen), 200)

  for (let times = 0; times < 250; times++) await look('10.1.0.7', {}, '/api/session')
  assert.equal(await counts(officers.officer), 429, 'ten times as much is the end of an address')
  assert.equal(await counts(officers.officer, '10.1.0.8'), 200)
})

test('nonsense from an address does not shut its door for a call for help', async () => {
  const narrow = await withLimits(30)
  const nonsense = async () =>
    (
      await narrow.inject({
        method: 'POST',
        url: '/api/resident/messages',
        remoteAddress: '10.1.0.9',
        payload: { clientKey: newId(), body: '啊' },
      })
    ).statusCode
  for (let times = 0; times < 30; times++) assert.equal(await nonsense(), 401)
  assert.equal(await nonsense(), 429)
  assert.equal((await ask('10.1.0.9', '救命，有人拿刀砍人', {}, narrow)).statusCode, 201)
})

test('one person’s five hundred at once do not keep a neighbour’s call for help waiting', async () => {
  const order: string[] = []
  const many = Array.from({ length: 500 }, async () => {
    const headers = { 'x-test-contact': contacts.chen }
    const { statusCode } = await app.inject({
      url: '/api/resident/conversations',
      remoteAddress: '10.1.0.10',
      headers,
    })
    order.push('hers')
    return statusCode
  })
  const headers = { 'x-test-contact': contacts.liu }
  const payload = { clientKey: newId(), body: '救命，有人拿刀砍人' }
  const help = app.inject({
    method: 'POST',
    url: '/api/resident/messages',
    remoteAddress: '10.1.0.10',
    headers,
    payload,
  })
  assert.equal((await help).statusCode, 201)
  assert.ok(order.length < 250, `${order.length} of hers came first`)
  assert.ok((await Promise.all(many)).every((status) => status === 200))
})

test('the phones of one IPv6 network count as one address', async () => {
  const narrow = await withLimits(2)
  const look = async (remoteAddress: string) =>
    (await narrow.inject({ url: '/api/session', remoteAddress })).statusCode
  for (let times = 0; times < 20; times++) assert.notEqual(await look(`2001:db8:1:1::${times + 1}`), 429)
  assert.equal(await look('2001:db8:1:1::ffff'), 429)
  assert.notEqual(await look('2001:db8:1:2::1'), 429)
})

test('an installation that allows more requests allows more of these', async () => {
  const wide = await withLimits(1e9)
  const answers = await Promise.all(Array.from({ length: 105 }, () => ask('10.1.0.5', '问一下', {}, wide)))
  assert.ok(answers.every(({ statusCode }) => statusCode === 201))
})

test('files that hang on nothing have a budget a station, those in messages do not count', async () => {
  const put = (id: string, size: number) =>
    inStation(context.pool, stationId, ({ db }) =>
      db
        .insertInto('files')
        .values({
          ...{ stationId, id, kind: 'photo', sha256: 'a'.repeat(64), mediaType: 'image/jpeg', size },
          ...{ ownerKind: 'resident', ownerId: contacts.chen },
        })
        .execute(),
    )
  const check = (size: number) =>
    inStation(context.pool, stationId, (tx) => checkBudget(tx, fileUses, size, 1000))
  const sent = newId()
  await put(sent, 900)
  await check(100)
  await assert.rejects(check(101), /先只发文字，或者打电话 0731-00000000。急事拨打110/)
  assert.equal((await ask('10.1.0.6', '请看照片', { fileIds: [sent] })).statusCode, 201)
  await check(900)
})
