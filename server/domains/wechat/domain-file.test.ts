import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'

const server = await startTestServer()
const { anonymous, as, context, world } = server
const file = { name: 'WW_verify_a1B2c3D4e5F6g7H8.txt', content: 'a1B2c3D4e5F6g7H8' }
const put = (payload: object, who: 'administrator' | 'officer' = 'administrator') =>
  as(who)({ method: 'PUT', url: '/api/wechat/domain-file', payload })
const get = (name: string) => anonymous({ url: `/${name}` })

test('the file that the administrator pasted stands at the root, as text and nothing else', async () => {
  assert.equal((await get(file.name)).statusCode, 404)
  assert.equal((await put(file, 'officer')).statusCode, 403)
  for (let tap = 0; tap < 2; tap++) assert.equal((await put(file)).statusCode, 200)
  const there = await get(file.name)
  assert.deepEqual([there.statusCode, there.body], [200, file.content])
  assert.match(String(there.headers['content-type']), /^text\/plain/)
  assert.equal(there.headers['x-content-type-options'], 'nosniff')
  const shown = (await as('administrator')({ url: '/api/wechat' })).json()
  assert.deepEqual([shown.domainFile.name, shown.domainFile.content], [file.name, file.content])
  const { rows } = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(`select data from events where station_id = $1 and name = 'wechat.domain_file_set'`, [
      world.stationId,
    ]),
  )
  assert.deepEqual(
    rows.map(({ data }) => data.name),
    [file.name],
  )
})

test('another one takes its place', async () => {
  const next = { name: 'WW_verify_next.txt', content: 'next' }
  assert.equal((await put(next)).statusCode, 200)
  assert.equal((await get(next.name)).body, 'next')
  assert.equal((await get(file.name)).statusCode, 404)
})

test('no other name, nothing long, and nothing but a line of letters', async () => {
  for (const name of [
    'index.html',
    'WW_verify_.txt',
    'WW_verify_../../a.txt',
    'WW_verify_a.html',
    'WW_verify_a.txt.html',
    `WW_verify_${'a'.repeat(33)}.txt`,
    'xWW_verify_a.txt',
  ])
    assert.equal((await put({ ...file, name })).statusCode, 400, name)
  for (const content of ['', '<script>1</script>', 'a b', 'a\nb', 'a'.repeat(129), '字'])
    assert.equal((await put({ ...file, content })).statusCode, 400, content)
  for (const name of ['WW_verify_.txt', 'WW_verify_%2e%2e%2fa.txt', 'WW_verify_a.html', 'WW_verify_none.txt'])
    assert.notEqual((await get(name)).statusCode, 200, name)
})
