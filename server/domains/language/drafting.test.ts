import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { askModel } from '../../gateways/language/ask-model.ts'
import { ModelError } from '../../gateways/language/post-to-endpoint.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterScripts } from '../scripts/load-starter-scripts.ts'
import { say, startModel } from './model-server.fixture.ts'

const server = await startTestServer()
const { as, asResident, world, context } = server
const { stationId, officers } = world
const model = await startModel()
after(model.stop)
context.config.innerModels = [model.host]
await inStation(context.pool, stationId, (tx) => loadStarterScripts(tx, { approvedBy: officers.chief }))
const query = async (text: string, values: unknown[] = [stationId]) =>
  (await inStation(context.pool, stationId, (tx) => tx.client.query(text, values))).rows
type Who = keyof typeof officers
const call = (who: Who, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, more = {}) =>
  as(who)({
    ...{ method, url, ...(payload && { payload }) },
    headers: { 'x-test-officer': `${stationId} ${officers[who]} stepped-up`, ...more },
  })
const setUp = (more = {}) =>
  call('chief', 'PUT', '/api/language-endpoints/drafting', {
    address: model.address,
    model: 'test-7b',
    key: 'sk-Very-Secret',
    ...more,
  })
const turn = (payload: object) => call('chief', 'PUT', '/api/language-endpoints/drafting/switch', payload)
const draft = (id: string, kind = 'reply', who: Who = 'officer', more = {}) =>
  call(who, 'POST', `/api/conversations/${id}/machine-drafts`, { kind }, more)
async function write(body: string, who: 'chen' | 'liu' = 'chen'): Promise<string> {
  const answer = await asResident(who)({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: crypto.randomUUID(), body },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  const rows = () =>
    query('select conversation_id as id from messages where station_id = $1 and id = $2', [
      stationId,
      answer.json().messageId,
    ])
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await rows()
    if (row) return row.id
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('not filed')
}
const close = (id: string) =>
  query('update conversations set closed_at = now() where station_id = $1 and id = $2', [stationId, id])
const events = async (name: string) =>
  query('select data, actor_id from events where station_id = $1 and name = $2', [stationId, name])

test('it is off; the chief alone sets it up, tries it and switches it on with an assessment’s number', async () => {
  const id = await write('想问分户要带什么')
  assert.equal((await draft(id)).statusCode, 409)
  assert.deepEqual((await call('officer', 'GET', '/api/drafting/availability')).json(), { on: false })
  for (const who of ['administrator', 'officer', 'auditor'] as const)
    assert.equal((await call(who, 'GET', '/api/language-endpoints/drafting')).statusCode, 403, who)
  const plain = await setUp({ address: 'http://model.example/v1' })
  assert.match(plain.json().message, /https/)
  assert.match((await setUp({ address: 'https://127.1/v1' })).json().message, /内部网络/)
  assert.equal((await setUp()).statusCode, 200)
  assert.match((await turn({ on: true })).json().message, /影响评估/)
  assert.match((await turn({ on: true, assessment: 'PIA-2026-07' })).json().message, /还没有试通/)
  model.next.push((response) => response.writeHead(401).end('{"error":{"message":"bad key"}}'))
  const bad = await call('chief', 'POST', '/api/language-endpoints/drafting/checks')
  assert.deepEqual([bad.json().works, /密钥/.test(bad.json().sentence)], [false, true])
  assert.equal((await turn({ on: true, assessment: 'PIA-2026-07' })).statusCode, 409)
  assert.equal((await call('chief', 'POST', '/api/language-endpoints/drafting/checks')).json().works, true)
  assert.equal((await turn({ on: true, assessment: 'PIA-2026-07' })).statusCode, 200)
  const shown = await call('chief', 'GET', '/api/language-endpoints/drafting')
  assert.doesNotMatch(shown.body, /sk-Very/)
  assert.deepEqual(
    [shown.json().endpoint.hasKey, shown.json().endpoint.assessment, shown.json().endpoint.switchedOnBy.name],
    [true, 'PIA-2026-07', '周所长'],
  )
  const [row] = await query('select sealed_key from language_endpoints where station_id = $1')
  assert.ok(!row.sealed_key.includes(Buffer.from('sk-Very')))
  assert.deepEqual((await events('drafting.switched_on'))[0]!.data, { assessment: 'PIA-2026-07' })
  assert.deepEqual((await call('officer', 'GET', '/api/drafting/availability')).json(), { on: true })
  await close(id)
})

test('what leaves is masked, leans on the approved scripts, and the draft comes back with its names', async () => {
  const id = await write('我叫陈小桥，电话13900001234，住东村3组17号，想单独分户，要带什么？')
  model.asked.length = 0
  model.next.push(say('{姓名1}您好，分户请带身份证和户口簿，我们打{电话1}找您。'))
  const key = crypto.randomUUID()
  const made = await draft(id, 'reply', 'officer', { 'idempotency-key': key })
  assert.equal(made.statusCode, 200, made.body)
  const { text, sent, scripts } = made.json()
  assert.match(text, /^陈.{1,2}您好.*13900001234/)
  assert.ok(scripts.length > 0)
  const [asked] = model.asked
  assert.deepEqual([asked!.path, asked!.authorization], ['/v1/chat/completions', 'Bearer sk-Very-Secret'])
  const left = JSON.stringify(asked!.body)
  assert.doesNotMatch(left, /小桥|13900001234|17号|东村/)
  assert.match(left, /分户/)
  const [first] = await query(
    `select v.body from script_versions v where v.station_id = $1 and v.script_id = $2`,
    [stationId, scripts[0].id],
  )
  assert.ok(left.includes(JSON.stringify(first.body.replace(/[{}]/g, '')).slice(1, 40)))
  const [row] = await query('select * from language_calls where station_id = $1')
  assert.deepEqual(
    [row.officer_id, row.conversation_id, row.sent, row.tokens_sent, row.tokens_answered],
    [officers.officer, id, sent, 321, 45],
  )
  assert.doesNotMatch(row.answer, /13900001234/)
  assert.equal(
    (await query("select from messages where station_id = $1 and direction = 'outbound'")).length,
    0,
  )
  assert.equal((await draft(id, 'reply', 'officer', { 'idempotency-key': key })).statusCode, 409)
  assert.equal(model.asked.length, 1)
  const looks = await call('chief', 'GET', '/api/language-calls')
  assert.equal(looks.json().items[0].sent, sent)
  assert.ok((await events('conversation.listed')).some(({ data }) => data.ids.includes(id)))
  assert.equal((await events('drafting.asked'))[0]!.data.kind, 'reply')
  assert.equal((await draft(id, 'summary')).json().kind, 'summary')
  assert.equal((await draft(id, 'reply', 'westAuxiliary')).statusCode, 404, 'not hers to see')
  await close(id)
})

test('an emergency, a child’s matter and a matter without words never leave', async () => {
  const before = model.asked.length
  const urgent = await write('救命，有人拿刀砍人，快来！', 'liu')
  const no = await draft(urgent)
  assert.deepEqual([no.statusCode, /紧急/.test(no.json().message)], [409, true])
  await close(urgent)
  const child = await write('我今年14岁，同学老找我要钱')
  assert.match((await draft(child)).json().message, /未成年/)
  await query("update messages set body = '' where station_id = $1 and conversation_id = $2", [
    stationId,
    child,
  ])
  assert.match((await draft(child)).json().message, /没有写字/)
  assert.equal(model.asked.length, before)
  await close(child)
})

test('an answer is hostile text: no tags, no addresses, no marks we did not give', async () => {
  const id = await write('想问身份证到期怎么换')
  const answers: [unknown, RegExp, RegExp][] = [
    ['<script>alert(1)</script>您好<img src=x onerror=y>', /您好/, /<|onerror/],
    ['看 [这里](https://evil.example/a) 或 http://evil.example/b', /这里/, /evil|http/],
    ['<think>秘密</think>请{姓名7}来', /请\{姓名7\}来/, /秘密/],
    ['好\u202E\u0000\u200B的', /^好的$/, /[\u202E\u0000\u200B]/],
  ]
  for (const [words, has, lacks] of answers) {
    model.next.push(say(words))
    const { text } = (await draft(id)).json()
    assert.match(text, has)
    assert.doesNotMatch(text, lacks)
  }
  await close(id)
})

test('errors, garbage, a flood and silence are sentences, each a row, and nothing hangs', async () => {
  const id = await write('想问居住证')
  const faults: [(response: import('node:http').ServerResponse) => void, RegExp][] = [
    [(response) => response.writeHead(500).end('oops sk-Very-Secret'), /出错（500）/],
    [(response) => response.writeHead(429).end(), /太忙/],
    [(response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), /出错（302）/],
    [(response) => response.end('<html>no</html>'), /读不懂/],
    [say(null), /读不懂/],
    [(response) => response.end(Buffer.alloc(400_000, 97)), /太长/],
    [(response) => response.destroy(), /连不上/],
  ]
  for (const [answer, words] of faults) {
    model.next.push(answer)
    const failed = await draft(id)
    assert.equal(failed.statusCode, 503)
    assert.match(failed.json().message, words)
    const [row] = await query(
      'select failure, answer from language_calls where station_id = $1 order by asked_at desc limit 1',
    )
    assert.deepEqual([row.failure, row.answer], [failed.json().message, null])
    assert.doesNotMatch(row.failure, /sk-/)
  }
  model.next.push(() => {})
  const endpoint = { address: model.address, model: 'm', key: null, allowed: [model.host] }
  await assert.rejects(askModel(endpoint, [], { timeoutMs: 300 }), /太久/)
  // A name that leads inside is refused when it is resolved, too.
  await assert.rejects(
    askModel({ ...endpoint, address: 'https://localhost/v1', allowed: [] }, [], { timeoutMs: 3000 }),
    (error) => error instanceof ModelError && /内部网络/.test(error.message),
  )
  await close(id)
})

test('another address is off again, without the old key; off is off at once', async () => {
  assert.equal((await setUp({ key: undefined, address: model.address })).statusCode, 200)
  let { endpoint } = (await call('chief', 'GET', '/api/language-endpoints/drafting')).json()
  assert.deepEqual([endpoint.hasKey, endpoint.switchedOnAt, endpoint.checkedAt], [true, null, null])
  await setUp({ key: undefined, address: `${model.address}/other` })
  endpoint = (await call('chief', 'GET', '/api/language-endpoints/drafting')).json().endpoint
  assert.equal(endpoint.hasKey, false)
  await call('chief', 'POST', '/api/language-endpoints/drafting/checks')
  await turn({ on: true, assessment: 'PIA-2026-08' })
  const id = await write('想问暂住')
  assert.equal((await draft(id)).statusCode, 200)
  assert.equal((await turn({ on: false })).statusCode, 200)
  assert.equal((await draft(id)).statusCode, 409)
  assert.equal((await events('drafting.switched_off')).length, 1)
})
