import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../test/server.ts'
import { readConfig } from './config.ts'
import { createHttp } from './http/create-http.ts'
import { readTrustedProxies } from './trusted-proxies.ts'

test('TRUST_PROXY takes no, yes, addresses and networks, and refuses everything else with a sentence', () => {
  assert.equal(readTrustedProxies(), false)
  assert.equal(readTrustedProxies('no'), false)
  assert.deepEqual(readTrustedProxies('yes'), ['loopback'])
  assert.deepEqual(readTrustedProxies('loopback, 10.0.0.5,fd00::/8'), ['loopback', '10.0.0.5', 'fd00::/8'])
  for (const wrong of [
    'true',
    '1',
    'nginx',
    '10.0.0',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.1/8/8',
    'yes,no',
  ])
    assert.throws(() => readConfig({ TRUST_PROXY: wrong }), /TRUST_PROXY 要写.*看不懂/, wrong)
  for (const name of ['POOL_SIZE', 'REQUESTS_PER_MINUTE'])
    assert.throws(() => readConfig({ [name]: 'many' }), new RegExp(`${name} 要是`))
})

const { context, app } = await startTestServer()

async function addressSeen(trustProxy: string[] | false, from: string, forwarded?: string): Promise<string> {
  const nobody = { officer: async () => null, resident: async () => null }
  const http = await createHttp({ ...context, config: { ...context.config, trustProxy } }, nobody)
  http.get('/address', { config: { access: 'public' } }, (request) => request.ip)
  const headers = forwarded ? { 'x-forwarded-for': forwarded } : {}
  const { body } = await http.inject({ url: '/address', remoteAddress: from, headers })
  await http.close()
  return body
}

test('what a client writes into X-Forwarded-For is not believed, what the proxy adds to it is', async () => {
  const forged = '1.2.3.4, 203.0.113.7'
  assert.equal(await addressSeen(['loopback'], '127.0.0.1', forged), '203.0.113.7')
  assert.equal(await addressSeen(['loopback'], '198.51.100.9', forged), '198.51.100.9', 'no proxy of ours')
  assert.equal(await addressSeen(false, '127.0.0.1', forged), '127.0.0.1')
  assert.equal(await addressSeen(['loopback', '203.0.113.0/24'], '::1', forged), '1.2.3.4', 'two of ours')
})

test('metrics are for the machine itself: not for who comes through a proxy on it', async () => {
  const metrics = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  assert.equal(await metrics('127.0.0.1'), 200)
  assert.equal(await metrics('::1'), 200)
  assert.equal(await metrics('10.0.0.1'), 404)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    assert.equal(await metrics('127.0.0.1', { [name]: '127.0.0.1' }), 404, name)
})
