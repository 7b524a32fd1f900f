import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'
import { indexMessages } from './index-messages.ts'
import { tellResident } from './tell-resident.ts'

const { context, world, asResident, as } = await startTestServer()
const { officers, contacts } = world

async function open(body: string, contact: 'chen' | 'liu' = 'chen'): Promise<string> {
  const answer = await asResident(contact)({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), body },
  })
  return answer.json().conversationId
}
const post = (officer: Parameters<typeof as>[0], url: string, payload: object) =>
  as(officer)({ method: 'POST', url, payload })
const show = async (id: string, officer: Parameters<typeof as>[0] = 'chief') =>
  (await as(officer)({ method: 'GET', url: `/api/conversations/${id}` })).json()

test('an answer ends the waiting and reaches the resident; a repeat is sent once', async () => {
  const id = await open('办身份证要带什么')
  const reply = { contactId: contacts.chen, clientKey: randomUUID(), body: '带户口簿原件来就行。' }
  const first = await post('eastAuxiliary', `/api/conversations/${id}/messages`, reply)
  const second = await post('eastAuxiliary', `/api/conversations/${id}/messages`, reply)
  assert.equal(first.statusCode, 201)
  assert.equal(first.json().messageId, second.json().messageId)
  assert.equal((await show(id)).conversation.waitingSince, null)
  const own = (await asResident('chen')({ method: 'GET', url: `/api/resident/conversations/${id}` })).json()
  assert.deepEqual(
    own.messages.map((message: { body: string }) => message.body),
    ['办身份证要带什么', reply.body],
  )
})

test('a repeat of what was sent is answered as the first time when its script was withdrawn meanwhile', async () => {
  const words = {
    title: '带户口簿',
    body: '带户口簿来。',
    keywords: [],
    basis: '测试',
    expiresOn: '2099-01-01',
  }
  const scope = { library: 'business', auxiliaryMay: true, villageIds: null }
  const { id: scriptId } = (await post('officer', '/api/scripts', { ...words, ...scope })).json()
  await post('chief', '/api/script-approvals', { items: [{ scriptId, version: 1 }] })
  const id = await open('办身份证要带什么')
  const reply = { contactId: contacts.chen, body: words.body, scripts: [{ id: scriptId, version: 1 }] }
  const send = (clientKey: string) =>
    post('eastAuxiliary', `/api/conversations/${id}/messages`, { ...reply, clientKey })
  const key = randomUUID()
  const first = await send(key)
  assert.equal(first.statusCode, 201, first.body)
  await post('chief', `/api/scripts/${scriptId}/retirement`, {})
  assert.deepEqual((await send(key)).json(), first.json())
  assert.equal((await send(randomUUID())).statusCode, 403)
})

test('a reminder of the system is no answer: she goes on waiting, in the queue, in the alarm and on her page', async () => {
  const id = await open('有人拿刀砍人，快来！')
  const since = new Date(Date.now() - 6 * 60_000)
  await inStation(context.pool, world.stationId, async (tx) => {
    await tx.client.query('update conversations set waiting_since = $3 where station_id = $1 and id = $2', [
      tx.stationId,
      id,
      since,
    ])
    const reminder = { conversationId: id, body: '提醒您：约好明天 9:00。', officerId: null }
    await tellResident(tx, { kind: 'system', id: null }, reminder)
  })
  const queue = async () =>
    (await as('chief')({ method: 'GET', url: '/api/conversations?queue=waiting' })).json().items
  const own = async () =>
    (await asResident('chen')({ method: 'GET', url: `/api/resident/conversations/${id}` })).json()
  const listed = async () =>
    (await asResident('chen')({ method: 'GET', url: '/api/resident/conversations' }))
      .json()
      .find((item: { id: string }) => item.id === id)
  const alarms = async () =>
    (await as('chief')({ method: 'GET', url: '/api/station-home' }))
      .json()
      .alarms.map(({ key }: { key: string }) => key)
  assert.equal((await show(id)).conversation.waitingSince, since.toISOString())
  assert.ok((await queue()).some((item: { id: string }) => item.id === id))
  assert.ok((await alarms()).includes('emergency_unanswered'))
  assert.deepEqual([(await own()).messages.length, (await own()).waiting], [2, true])
  assert.equal((await listed()).answered, false)

  await post('officer', `/api/conversations/${id}/messages`, {
    contactId: contacts.chen,
    clientKey: randomUUID(),
    body: '民警已经出发。',
  })
  assert.ok(!(await queue()).some((item: { id: string }) => item.id === id))
  assert.ok(!(await alarms()).includes('emergency_unanswered'))
  assert.equal((await own()).waiting, false)
  assert.equal((await listed()).answered, true)
  await post('officer', `/api/conversations/${id}/closure`, {
    settlement: 'scene',
    emergency: true,
    outcome: '已出警',
    tell: true,
  })
})

test('a reply meant for somebody else is not sent, and neither is one with an unfilled variable', async () => {
  const id = await open('我的证办好了吗')
  const wrong = await post('officer', `/api/conversations/${id}/messages`, {
    contactId: contacts.liu,
    clientKey: randomUUID(),
    body: '办好了',
  })
  assert.equal(wrong.statusCode, 409)
  const unfilled = await post('officer', `/api/conversations/${id}/messages`, {
    contactId: contacts.chen,
    clientKey: randomUUID(),
    body: '{居民称呼}，请于{约定时间}来所。',
  })
  assert.equal(unfilled.statusCode, 400)
  assert.equal((await show(id)).messages.length, 1)
})

test("an auxiliary sees her villages, the unknown and what is given to her; no other's", async () => {
  const east = await open('东村有人问', 'chen')
  const west = await open('西村有人问', 'liu')
  assert.equal(
    (await as('eastAuxiliary')({ method: 'GET', url: `/api/conversations/${east}` })).statusCode,
    200,
  )
  assert.equal(
    (await as('eastAuxiliary')({ method: 'GET', url: `/api/conversations/${west}` })).statusCode,
    404,
  )
  const { items } = (await as('eastAuxiliary')({ method: 'GET', url: '/api/conversations?queue=all' })).json()
  assert.ok(!items.some((item: { id: string }) => item.id === west))
  await post('chief', `/api/conversations/${west}/assignment`, {
    officerId: officers.eastAuxiliary,
    reason: '今天替班',
  })
  assert.equal(
    (await as('eastAuxiliary')({ method: 'GET', url: `/api/conversations/${west}` })).statusCode,
    200,
  )
})

test('two officers close at once: one does, the other is told', async () => {
  const id = await open('狗老是叫')
  const closing = {
    settlement: 'online',
    emergency: false,
    outcome: '已和邻居说好，晚上关进屋。',
    tell: true,
  }
  const results = await Promise.all([
    post('chief', `/api/conversations/${id}/closure`, closing),
    post('officer', `/api/conversations/${id}/closure`, closing),
  ])
  assert.deepEqual(results.map((result) => result.statusCode).sort(), [201, 409])
  const own = (await asResident('chen')({ method: 'GET', url: `/api/resident/conversations/${id}` })).json()
  assert.equal(own.messages.length, 2)
  assert.equal(own.closure.outcome, closing.outcome)
})

test('two officers assign at once: one does, the other is told who has it now', async () => {
  const id = await open('谁先接手')
  const assign = (by: 'chief' | 'officer', officerId: string | null, expected?: string | null) =>
    post(by, `/api/conversations/${id}/assignment`, { officerId, reason: '', expected })
  const results = await Promise.all([
    assign('chief', officers.eastAuxiliary, null),
    assign('officer', officers.officer, null),
  ])
  assert.deepEqual(results.map((result) => result.statusCode).sort(), [200, 409])
  const { conversation, assignments } = await show(id)
  assert.equal(assignments.length, 1)
  const loser = results.find((result) => result.statusCode === 409)!
  assert.match(loser.json().message, new RegExp(`由${conversation.assignee.name}来办了`))
  // With the new state on her screen she may; what she wants and is so already is no conflict.
  assert.equal((await assign('chief', null, conversation.assignee.id)).statusCode, 200)
  assert.equal((await assign('officer', null, conversation.assignee.id)).statusCode, 200)
  const late = await assign('officer', officers.chief, conversation.assignee.id)
  assert.equal(late.statusCode, 409)
  assert.match(late.json().message, /放回了未分派/)
  assert.equal((await show(id)).conversation.assignee, null)
})

test('the resident rates once; an objection opens the matter and puts it back in the queue', async () => {
  const id = await open('邻居堵了我家水沟')
  await post('officer', `/api/conversations/${id}/closure`, {
    settlement: 'online',
    emergency: false,
    outcome: '已答复',
    tell: true,
  })
  const rate = (verdict: string) =>
    asResident('chen')({
      method: 'POST',
      url: `/api/resident/conversations/${id}/rating`,
      payload: { verdict, words: '沟还堵着' },
    })
  assert.equal((await rate('objection')).json().reopened, true)
  assert.equal((await rate('helped')).statusCode, 404)
  const { conversation } = await show(id)
  assert.equal(conversation.closedAt, null)
  assert.ok(conversation.waitingSince)
})

test('an auxiliary does not close an emergency', async () => {
  const id = await open('有人拿刀砍人，快来！')
  const closing = { settlement: 'scene', emergency: true, outcome: '已出警', tell: false }
  assert.equal((await post('eastAuxiliary', `/api/conversations/${id}/closure`, closing)).statusCode, 403)
  const calm = { field: 'emergency', value: false }
  const calmed = await post('eastAuxiliary', `/api/conversations/${id}/triage-corrections`, calm)
  assert.equal(calmed.statusCode, 403)
  assert.equal((await post('officer', `/api/conversations/${id}/closure`, closing)).statusCode, 201)
})

test('corrections replace the reading and are kept', async () => {
  const id = await open('有个事想问')
  const correct = (payload: object) =>
    post('eastAuxiliary', `/api/conversations/${id}/triage-corrections`, payload)
  assert.equal((await correct({ field: 'scenario', value: 'mediation' })).statusCode, 200)
  assert.equal((await correct({ field: 'emergency', value: true })).statusCode, 200)
  assert.equal((await correct({ field: 'village', value: world.villages.west })).statusCode, 200)
  const { conversation, corrections } = await show(id)
  assert.equal(conversation.scenario, 'mediation')
  assert.equal(conversation.emergency, true)
  assert.equal(conversation.villageId, world.villages.west)
  assert.deepEqual(corrections.map((entry: { field: string }) => entry.field).sort(), [
    'emergency',
    'scenario',
    'village',
  ])
  assert.equal((await correct({ field: 'scenario', value: 'nonsense' })).statusCode, 400)
})

test("drafts are each officer's own and survive a colleague's answer", async () => {
  const id = await open('写到一半的事')
  const put = (officer: 'chief' | 'officer', body: string) =>
    as(officer)({ method: 'PUT', url: `/api/conversations/${id}/draft`, payload: { kind: 'outbound', body } })
  await put('chief', '所长写的草稿')
  await put('officer', '民警写的草稿')
  await post('officer', `/api/conversations/${id}/messages`, {
    contactId: contacts.chen,
    clientKey: randomUUID(),
    body: '民警写的草稿',
  })
  assert.deepEqual((await show(id, 'officer')).drafts, [])
  assert.equal((await show(id, 'chief')).drafts[0].body, '所长写的草稿')
})

test('notes and mentions stay among officers', async () => {
  const id = await open('我要举报邻居')
  await post('eastAuxiliary', `/api/conversations/${id}/notes`, {
    clientKey: randomUUID(),
    body: '@李民警 请看',
    mentions: [officers.officer],
  })
  const own = (await asResident('chen')({ method: 'GET', url: `/api/resident/conversations/${id}` })).json()
  assert.equal(own.messages.length, 1)
  const mentions = (await as('officer')({ method: 'GET', url: '/api/mentions' })).json()
  assert.equal(mentions[0].conversationId, id)
  await post('officer', `/api/mentions/${mentions[0].messageId}/seen`, {})
  assert.deepEqual((await as('officer')({ method: 'GET', url: '/api/mentions' })).json(), [])
})

test('what was said at the counter enters by the same door, once', async () => {
  const capture = {
    clientKey: randomUUID(),
    channel: 'walk_in',
    name: '张爹',
    phone: '100-0000-0001',
    villageId: world.villages.east,
    body: '来问老人走了怎么销户',
    toldBy: '本人',
    heardAt: new Date(Date.now() - 3_600_000).toISOString(),
  }
  const first = (await post('eastAuxiliary', '/api/captures', capture)).json()
  const second = (await post('eastAuxiliary', '/api/captures', capture)).json()
  assert.equal(first.messageId, second.messageId)
  const shown = await show(first.conversationId)
  assert.equal(shown.contact.name, '张爹')
  assert.equal(shown.messages[0].toldBy, '本人')
  assert.equal(shown.conversation.channel, 'walk_in')
  const future = {
    ...capture,
    clientKey: randomUUID(),
    heardAt: new Date(Date.now() + 86_400_000).toISOString(),
  }
  assert.equal((await post('eastAuxiliary', '/api/captures', future)).statusCode, 400)
})

test('search finds one to four characters, also what is not among the newest, and only what one may see', async () => {
  const id = await open('我家黄牛跑到凤凰岭那边去了')
  await open('西村那边也丢了一头黄牛', 'liu')
  while ((await inStation(context.pool, world.stationId, indexMessages)) > 0);
  const find = async (query: string, officer: Parameters<typeof as>[0] = 'chief') =>
    (await as(officer)({ method: 'GET', url: `/api/messages?query=${encodeURIComponent(query)}` })).json()
      .items
  for (const query of ['凰', '凤凰', '凤凰岭', '黄牛跑到']) {
    assert.deepEqual(
      (await find(query)).map((hit: { conversationId: string }) => hit.conversationId),
      [id],
      query,
    )
  }
  assert.equal((await find('黄牛')).length, 2)
  assert.equal((await find('黄牛', 'eastAuxiliary')).length, 1)
  assert.deepEqual(await find('凤岭'), [])
  assert.deepEqual(await find('%'), [])
})

test('paging by key shows every row once while rows move', async () => {
  const ids = await Promise.all(Array.from({ length: 7 }, (_, n) => open(`翻页第${n}条`, 'liu')))
  const seen: string[] = []
  let after = ''
  do {
    const page = (
      await as('chief')({ method: 'GET', url: `/api/conversations?queue=waiting&limit=3${after}` })
    ).json()
    seen.push(...page.items.map((item: { id: string }) => item.id))
    after = page.next ? `&after=${encodeURIComponent(page.next)}` : ''
  } while (after)
  assert.equal(new Set(seen).size, seen.length)
  for (const id of ids) assert.ok(seen.includes(id))
})

test('every look at a conversation is one row in the log', async () => {
  const id = await open('谁看过我的事')
  await show(id, 'officer')
  await show(id, 'officer')
  const rows = await inStation(
    context.pool,
    world.stationId,
    async (tx) =>
      (
        await tx.client.query(
          `select actor_id from events where station_id = $1 and name = 'conversation.read' and subject_id = $2`,
          [world.stationId, id],
        )
      ).rows,
  )
  assert.deepEqual(
    rows.map((row) => row.actor_id),
    [officers.officer, officers.officer],
  )
})
