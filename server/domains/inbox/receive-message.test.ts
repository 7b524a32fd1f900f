import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, asResident, as, anonymous } = await startTestServer()
const ask = (body: object, contact: 'chen' | 'liu' = 'chen') =>
  asResident(contact)({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), ...body },
  })

test('a message gets a number at once and stands in the inbox with its reading', async () => {
  const answer = await ask({ body: '我想单独上个户口本，跟爹娘分开户，要带什么？' })
  assert.equal(answer.statusCode, 201)
  const receipt = answer.json()
  assert.match(receipt.number, /^\d{6}-\d{4,}$/)
  assert.equal(receipt.emergency, false)
  const list = (await as('chief')({ method: 'GET', url: '/api/conversations?queue=waiting' })).json()
  const line = list.items.find((item: { id: string }) => item.id === receipt.conversationId)
  assert.equal(line.scenario, 'business')
  assert.equal(line.villageName, '东村')
  const shown = (
    await as('chief')({ method: 'GET', url: `/api/conversations/${receipt.conversationId}` })
  ).json()
  assert.ok(shown.reading.reasons.length > 0)
  assert.equal(shown.messages.length, 1)
})

test('the same key five times at once is one message, one conversation, one answer', async () => {
  const clientKey = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask({ clientKey, body: '身份证掉了怎么补？' })),
  )
  const receipts = answers.map((answer) => answer.json())
  assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([201]))
  assert.equal(new Set(receipts.map((receipt) => receipt.messageId)).size, 1)
  assert.equal(new Set(receipts.map((receipt) => receipt.number)).size, 1)
  const rows = await inStation(
    context.pool,
    world.stationId,
    async (tx) =>
      (await tx.client.query('select count(*) from messages where client_key = $1', [clientKey])).rows,
  )
  assert.equal(rows[0].count, 1)
  const again = (await ask({ clientKey, body: '身份证掉了怎么补？' })).json()
  assert.equal(again.messageId, receipts[0].messageId)
})

test('an emergency says so in the answer and stands in its queue', async () => {
  const receipt = (await ask({ body: '快来人，有人掉水库里了，正在往下沉！' })).json()
  assert.equal(receipt.emergency, true)
  const { items } = (await as('officer')({ method: 'GET', url: '/api/conversations?queue=emergency' })).json()
  assert.ok(items.some((item: { id: string }) => item.id === receipt.conversationId))
})

test('writing on goes into the same conversation and wakes it when it was closed', async () => {
  const { conversationId, number } = (await ask({ body: '门口路灯坏了好久' })).json()
  await as('officer')({
    method: 'POST',
    url: `/api/conversations/${conversationId}/closure`,
    payload: { settlement: 'other_office', emergency: false, outcome: '已转镇政府，请等电话。', tell: true },
  })
  const more = await ask({ conversationId, body: '还是没人来修' })
  assert.equal(more.json().number, number)
  const own = (
    await asResident('chen')({ method: 'GET', url: `/api/resident/conversations/${conversationId}` })
  ).json()
  assert.equal(own.closedAt, null)
  assert.deepEqual(
    own.messages.map((message: { direction: string }) => message.direction),
    ['inbound', 'outbound', 'inbound'],
  )
})

test("nobody writes into or reads another's conversation", async () => {
  const { conversationId } = (await ask({ body: '想问问居住证' })).json()
  const missing = await ask({ conversationId: randomUUID(), body: '你好' }, 'liu')
  const foreign = await ask({ conversationId, body: '你好' }, 'liu')
  assert.equal(foreign.statusCode, 404)
  assert.equal(foreign.json().message, missing.json().message)
  const look = await asResident('liu')({
    method: 'GET',
    url: `/api/resident/conversations/${conversationId}`,
  })
  assert.equal(look.statusCode, 404)
  const other = await createWorld(context.pool, '430182902')
  const stranger = await as('chief', other)({ method: 'GET', url: `/api/conversations/${conversationId}` })
  assert.equal(stranger.statusCode, 404)
  assert.equal((await anonymous({ method: 'GET', url: '/api/resident/conversations' })).statusCode, 401)
})

test('empty, too long and hostile text', async () => {
  assert.equal((await ask({ body: '   ' })).statusCode, 400)
  const long = await ask({ body: '长'.repeat(2001) })
  assert.equal(long.statusCode, 400)
  assert.match(long.json().message, /太长/)
  assert.equal((await ask({ body: 'a\u0000b' })).statusCode, 400)
  assert.equal((await ask({ body: 42 })).statusCode, 400)
  assert.equal((await ask({ body: '好', extra: 1 })).statusCode, 400)
  const html = await ask({ body: '"><script>alert(1)</script> =1+1' })
  assert.equal(html.statusCode, 201)
  const own = (
    await asResident('chen')({
      method: 'GET',
      url: `/api/resident/conversations/${html.json().conversationId}`,
    })
  ).json()
  assert.equal(own.messages[0].body, '"><script>alert(1)</script> =1+1')
})

test('what is lost while a bad message shares the batch: only the bad one', async () => {
  const results = await Promise.all([
    ask({ body: '好的一条' }),
    ask({ body: '坏的一条', conversationId: randomUUID() }),
    ask({ body: '好的另一条' }),
  ])
  assert.deepEqual(
    results.map((result) => result.statusCode),
    [201, 404, 201],
  )
})

test('a village the phone remembers and the station no longer has is no reason to refuse', async () => {
  const answer = await ask({ body: '快来人，着火了！', villageId: newId() })
  assert.equal(answer.statusCode, 201, answer.body)
  assert.equal(answer.json().emergency, true)
})
