import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from './answering-server.fixture.ts'
import type { ApiError } from './api-error.ts'
import { callApi } from './call-api.ts'
import { omitEmpty } from './omit-empty.ts'
import { readBaseUrl } from './read-base-url.ts'

const get = { method: 'GET', path: 'a' } as const
const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'well',
    (error: ApiError) => error.kind,
  )

test('success is errcode 0, whatever errmsg says; a number may come as a text', async (t) => {
  const answers = [
    { errcode: 0, errmsg: '' },
    { errcode: 0, errmsg: 'ok. Warning: wrong json format. ' },
    { errcode: '0', errmsg: 'fail' },
    { errcode: 0 },
  ]
  const server = await startAnswering(t, { a: answers })
  const api = server.connect()
  for (const answer of answers) assert.deepEqual(await callApi(api, get), answer)
})

test('without errcode only the field that was asked for makes a success', async (t) => {
  const server = await startAnswering(t, { a: { list: [] } })
  const api = server.connect()
  assert.equal(await kindOf(callApi(api, { ...get, expects: 'list' })), 'well')
  assert.equal(await kindOf(callApi(api, { ...get, expects: 'other' })), 'unreadable')
  assert.equal(await kindOf(callApi(api, get)), 'unreadable')
})

test('raw control characters and broken UTF-8 in a nickname do not cost the page', async (t) => {
  const broken = Buffer.concat([
    Buffer.from('{"errcode":0,"name":"张\u0001\n'),
    Buffer.from([0xff, 0xc3]),
    Buffer.from('"}'),
  ])
  const server = await startAnswering(t, { a: () => broken })
  const answer = await callApi(server.connect(), get)
  assert.match(String(answer['name']), /^张 {2}\uFFFD+$/)
})

test('no JSON, no object, a gateway page, a broken-off or endless or late answer', async (t) => {
  const server = await startAnswering(t, {
    html: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }) && '<html>',
    list: () => '[]',
    bad: (_, response) => response.writeHead(502) && '<html>Bad gateway',
    odd: (_, response) => response.writeHead(500) && { errcode: 0 },
    cut: (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"errcode"')
      setTimeout(() => response.destroy(), 10)
    },
    endless: () => ({ errcode: 0, text: 'a'.repeat(2000) }),
    late: () => new Promise(() => {}),
    elsewhere: (_, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
    },
  })
  const api = server.connect({ maxAnswerBytes: 1000 })
  const kinds = {
    html: 'unreadable',
    list: 'unreadable',
    bad: 'unreachable',
    odd: 'unreachable',
    cut: 'unreachable',
    endless: 'unreadable',
    elsewhere: 'unreachable',
  }
  for (const [path, kind] of Object.entries(kinds)) {
    assert.equal(await kindOf(callApi(api, { ...get, path })), kind, path)
  }
  const hasty = server.connect({ timeoutMs: 500 })
  assert.equal(await kindOf(callApi(hasty, { ...get, path: 'late' })), 'unreachable')
})

test('an errcode counts under any HTTP status', async (t) => {
  const server = await startAnswering(t, {
    a: (_, response) => response.writeHead(403) && { errcode: 60020 },
  })
  assert.equal(await kindOf(callApi(server.connect(), get)), 'refused')
})

test('empty optional texts are not sent; items of lists and zeros are', async (t) => {
  const server = await startAnswering(t, { a: { errcode: 0 } })
  const body = { a: '', b: undefined, c: { d: '', e: 0 }, f: [''], g: false }
  await callApi(server.connect(), { method: 'POST', path: 'a', body, query: { q: '', r: 1 } })
  const heard = server.heard.at(-1)!
  assert.deepEqual(JSON.parse(heard.body.toString()), { c: { e: 0 }, f: [''], g: false })
  assert.deepEqual([...heard.query.keys()], ['r', 'access_token'])
  assert.deepEqual(omitEmpty({}), {})
})

test('a government edition: another host, a path in front', async (t) => {
  const server = await startAnswering(t, { a: { errcode: 0 } })
  await callApi(server.connect({ baseUrl: `${server.address}/gov/wecom/` }), get)
  assert.deepEqual(
    server.heard.map((one) => one.path),
    ['/gov/wecom/cgi-bin/gettoken', '/gov/wecom/cgi-bin/a'],
  )
})

test('the address has to be https, or this machine, and nothing but host and path', () => {
  assert.equal(readBaseUrl('https://qyapi.weixin.qq.com'), 'https://qyapi.weixin.qq.com')
  assert.equal(readBaseUrl('https://gov.example:8443/a/b//'), 'https://gov.example:8443/a/b')
  assert.equal(readBaseUrl('http://127.0.0.1:9000'), 'http://127.0.0.1:9000')
  for (const wrong of [
    '',
    'qyapi.weixin.qq.com',
    'http://gov.example',
    'ftp://a',
    'https://u:p@a',
    'https://a/?b',
    'https://a/#b',
    'http://127.0.0.1.example',
  ]) {
    assert.throws(() => readBaseUrl(wrong), RangeError, wrong)
  }
})
