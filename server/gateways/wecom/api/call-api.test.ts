import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from './answering-server.fixture.ts'
import type { ApiError } from './api-error.ts'
import { callApi } from './call-api.ts'
import type { Token } from './token-source.ts'

const get = { method: 'GET', path: 'a' } as const
const ok = { errcode: 0, errmsg: 'ok', x: 1 }
const refuse = (errcode: number) => ({ errcode, errmsg: `no, SECRETofTheApp T1, from ip: 192.0.2.10` })

async function failureOf(work: Promise<unknown>): Promise<ApiError> {
  return work.then(
    () => assert.fail('it went well'),
    (error) => error,
  )
}

test('one token however many ask at once, none again until shortly before its end', async (t) => {
  const server = await startAnswering(t, { a: ok })
  const api = server.connect()
  await Promise.all(Array.from({ length: 50 }, () => callApi(api, get)))
  assert.equal(server.count('gettoken'), 1)
  assert.equal(server.count('a'), 50)
  server.clock.now += (7200 - 301) * 1000
  await callApi(api, get)
  assert.equal(server.count('gettoken'), 1)
  server.clock.now += 2000
  await callApi(api, get)
  assert.equal(server.count('gettoken'), 2)
  assert.equal(server.heard.at(-1)?.query.get('access_token'), 'T2')
})

for (const errcode of [40001, 40014, 42001]) {
  test(`${errcode}: a new token and one more try, not two`, async (t) => {
    const server = await startAnswering(t, { a: [refuse(errcode), ok], b: refuse(errcode) })
    const api = server.connect()
    assert.deepEqual(await callApi(api, get), ok)
    assert.deepEqual([server.count('gettoken'), server.count('a')], [2, 2])
    const error = await failureOf(callApi(api, { ...get, path: 'b' }))
    assert.deepEqual([error.kind, error.errcode, server.count('b')], ['refused', errcode, 2])
  })
}

test('while a secret is being changed the one before is tried; what is told is what is said of the newest', async (t) => {
  const known = new Set(['before'])
  const gettoken = ({ query }: { query: URLSearchParams }) => {
    const secret = query.get('corpsecret') ?? ''
    return known.has(secret)
      ? { errcode: 0, access_token: `T-${secret}`, expires_in: 7200 }
      : { errcode: 40001, errmsg: `no ${secret}` }
  }
  const server = await startAnswering(t, { a: ok, gettoken })
  const api = server.connect({ secret: 'newest', formerSecrets: ['before'] })
  await callApi(api, get)
  assert.equal(server.heard.at(-1)?.query.get('access_token'), 'T-before')
  known.clear()
  const other = server.connect({ secret: 'newest', formerSecrets: ['before'] })
  const error = await failureOf(callApi(other, get))
  assert.deepEqual([error.errcode, error.detail], [40001, 'no …'])
  known.add('newest')
  await callApi(server.connect({ secret: 'newest', formerSecrets: ['before'] }), get)
  assert.equal(server.heard.at(-1)?.query.get('access_token'), 'T-newest')
})

test('fifty calls on a dead token fetch one new token', async (t) => {
  const dead = (heard: { query: URLSearchParams }) =>
    heard.query.get('access_token') === 'T1' ? { errcode: 40014 } : ok
  const server = await startAnswering(t, { a: dead })
  const api = server.connect()
  await Promise.all(Array.from({ length: 50 }, () => callApi(api, get)))
  assert.equal(server.count('gettoken'), 2)
})

test('a server that insists on a token it refuses is not asked for it on each call', async (t) => {
  const same = { errcode: 0, access_token: 'S', expires_in: 7200 }
  const server = await startAnswering(t, { a: { errcode: 40014 }, gettoken: same })
  const api = server.connect()
  for (let i = 0; i < 10; i++) await failureOf(callApi(api, get))
  assert.ok(server.count('gettoken') <= 2, `${server.count('gettoken')}`)
})

test('a wrong secret is tried twice a minute, not with each call: the address would be blocked', async (t) => {
  const server = await startAnswering(t, { gettoken: refuse(40001) })
  const api = server.connect()
  for (let i = 0; i < 100; i++) assert.equal((await failureOf(callApi(api, get))).errcode, 40001)
  assert.equal(server.count('gettoken'), 1)
  server.clock.now += 30_001
  await failureOf(callApi(api, get))
  assert.equal(server.count('gettoken'), 2)
})

test('processes share a token through a store, and take the newer one instead of fetching', async (t) => {
  const server = await startAnswering(t, {
    a: (heard) => (heard.query.get('access_token') === 'T2' ? ok : { errcode: 40014 }),
  })
  let kept: Token | undefined
  const tokenStore = {
    load: async () => kept,
    save: async (token: Token) => {
      kept = token
    },
  }
  const [one, two] = [server.connect({ tokenStore }), server.connect({ tokenStore })]
  assert.equal(await one.tokens.take(), 'T1')
  assert.equal(await two.tokens.take(), 'T1')
  await callApi(one, get)
  await callApi(two, get)
  assert.equal(server.count('gettoken'), 2)
})

for (const errcode of [-1, 6000, 45033]) {
  test(`${errcode}: three more tries after growing pauses, then the refusal stands`, async (t) => {
    const server = await startAnswering(t, {
      a: [refuse(errcode), refuse(errcode), refuse(errcode), ok],
      b: refuse(errcode),
    })
    const api = server.connect()
    assert.deepEqual(await callApi(api, get), ok)
    const [first, second, third] = server.waits
    assert.ok(first! >= 375 && second! > first! && third! > second!)
    assert.equal((await failureOf(callApi(api, { ...get, path: 'b' }))).kind, 'refused')
    assert.equal(server.count('b'), 4)
    assert.equal(api.gate.limit() < 8, errcode === 45033)
  })
}

test('45009: nothing more on that lane until the block is over, longer the next time; other lanes go on', async (t) => {
  const server = await startAnswering(t, { a: [refuse(45009), refuse(45009), ok], b: ok })
  const api = server.connect()
  const first = await failureOf(callApi(api, get))
  assert.equal(first.kind, 'throttled')
  assert.equal(first.tryAgainAt!.getTime() - server.clock.now, 60_000)
  for (let i = 0; i < 20; i++) assert.equal((await failureOf(callApi(api, get))).kind, 'throttled')
  assert.equal(server.count('a'), 1)
  await callApi(api, { ...get, path: 'b' })
  server.clock.now += 60_001
  const second = await failureOf(callApi(api, get))
  assert.equal(second.tryAgainAt!.getTime() - server.clock.now, 600_000)
  server.clock.now += 600_001
  assert.deepEqual(await callApi(api, get), ok)
})

test('45009 again long after the first: a minute once more, though nothing came through between', async (t) => {
  const server = await startAnswering(t, { a: [refuse(45009), refuse(45009), ok] })
  const api = server.connect()
  await failureOf(callApi(api, get))
  server.clock.now += 120_001
  const later = await failureOf(callApi(api, get))
  assert.equal(later.tryAgainAt!.getTime() - server.clock.now, 60_000)
})

test('concurrency has a limit, halved by 45033 and raised again by quiet', async (t) => {
  let inside = 0
  let most = 0
  const slow = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 3))
    inside--
    return ok
  }
  const server = await startAnswering(t, { a: slow })
  const api = server.connect({ concurrency: 4 })
  await Promise.all(Array.from({ length: 40 }, () => callApi(api, get)))
  assert.ok(most > 1 && most <= 4, `${most}`)
  api.gate.lower()
  api.gate.lower()
  most = 0
  await Promise.all(Array.from({ length: 20 }, () => callApi(api, get)))
  assert.equal(most, 1)
  await Promise.all(Array.from({ length: 300 }, () => callApi(api, get)))
  assert.equal(api.gate.limit(), 4)
})

test('neither secret nor token is in an error, while the address that the administrator needs is', async (t) => {
  const server = await startAnswering(t, { a: refuse(60020) })
  const error = await failureOf(callApi(server.connect(), get))
  const all = `${error.message} ${error.stack} ${JSON.stringify(error)} ${error.detail} ${error.cause}`
  assert.doesNotMatch(all, /SECRETofTheApp|T1/)
  assert.match(error.detail, /192\.0\.2\.10/)
  assert.match(error.message, /企业可信IP/)

  const gone = server.connect({ baseUrl: 'http://127.0.0.1:9' })
  const unreachable = await failureOf(callApi(gone, get))
  assert.equal(unreachable.kind, 'unreachable')
  assert.doesNotMatch(`${unreachable.stack} ${JSON.stringify(unreachable)}`, /SECRETofTheApp/)
})

test('observed: path, number, time of every exchange', async (t) => {
  const server = await startAnswering(t, { a: ok })
  const seen: unknown[] = []
  const api = server.connect({ observe: ({ path, errcode }) => seen.push([path, errcode]) })
  await callApi(api, get)
  assert.deepEqual(seen, [
    ['gettoken', 0],
    ['a', 0],
  ])
})
