import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectOk, startCaseServer, statusesOf } from './cases.fixture.ts'

const server = await startCaseServer()
const { as, conversation, decide, events, guideId, holders, inside, open, post, sent, show, world } = server

const notice = (id: string, by: string) => post('officer', `/api/cases/${id}/outcome-notice`, { by })
const reopen = (id: string) => post('chief', `/api/cases/${id}/reopenings`, { reason: '居民说还没好' })

test('done: the resident is told in her conversation, clocks stop, the conversation may close', async () => {
  const conversationId = await conversation('chen')
  const id = await open({ kind: 'service', guideId, conversationId })
  const answer = expectOk(await decide(id, { tell: true }))
  assert.equal(answer.told, 1)
  assert.deepEqual(await sent(conversationId), ['已经办好，新户口簿可以来取了。'])
  assert.deepEqual(await holders(conversationId), [])
  const shown = await show(id)
  assert.deepEqual([shown.status, shown.outcomes[0].settlement], ['done', 'counter'])
  assert.equal(shown.outcomes[0].officer.name, '李民警')
  assert.ok(shown.finishedAt && shown.clocks[0].stoppedAt && shown.outcomes[0].toldAt)
  assert.equal(shown.outcomes[0].toldByChannel, 'web')
  assert.deepEqual(
    (await events(id)).filter((name) => name !== 'case.read'),
    ['case.opened', 'case.status_changed', 'case.outcome_told'],
  )
})

test('the case says whether its conversation is closed: only a person closes it', async () => {
  const conversationId = await conversation('chen')
  const id = await open({ kind: 'service', guideId, conversationId })
  const closed = async () => (await show(id)).conversation.closed
  expectOk(await decide(id, { tell: true }))
  assert.equal(await closed(), false)
  const closing = { settlement: 'counter', emergency: false, outcome: '办好了。', tell: false }
  expectOk(await post('officer', `/api/conversations/${conversationId}/closure`, closing))
  assert.equal(await closed(), true)
  assert.equal((await sent(conversationId)).length, 1, 'she was told by the case, once')
})

test('what scripts can say of the case follows it: number, guide, outcome', async () => {
  const conversationId = await conversation('chen')
  const id = await open({ kind: 'service', guideId, conversationId })
  const facts = () =>
    inside(async ({ db, stationId }) => {
      const rows = await db
        .selectFrom('conversationFacts')
        .select(['variable', 'value'])
        .where('stationId', '=', stationId)
        .where('conversationId', '=', conversationId)
        .execute()
      return Object.fromEntries(rows.map((row) => [row.variable, row.value]))
    })
  const { number } = await show(id)
  assert.deepEqual(
    [(await facts())['案件编号'], (await facts())['事项名称'], (await facts())['材料清单']],
    [number, '分户', '户口簿；身份证；房产证明（另有住房）'],
  )
  expectOk(await decide(id, { words: '办好了。' }))
  assert.equal((await facts())['案件结果'], '办好了。')
  expectOk(await reopen(id))
  assert.equal((await facts())['案件结果'], undefined)
})

test('two officers close at the same time: one does, the other hears of it, one message goes out', async () => {
  const conversationId = await conversation('chen')
  const id = await open({ conversationId })
  const calls = [decide(id, { tell: true }), decide(id, { tell: true }, 'chief'), decide(id, { tell: true })]
  assert.deepEqual(await statusesOf(calls), [200, 409, 409])
  assert.equal((await show(id)).outcomes.length, 1)
  assert.equal((await sent(conversationId)).length, 1)
})

test('without a conversation the resident is told by phone or at the counter, once', async () => {
  const id = await open()
  assert.equal((await decide(id, { tell: true })).statusCode, 400)
  assert.equal((await show(id)).status, 'open')
  assert.equal((await notice(id, 'phone')).statusCode, 409)
  expectOk(await decide(id))
  assert.equal((await notice(id, 'conversation')).statusCode, 400)
  assert.deepEqual(await statusesOf([notice(id, 'phone'), notice(id, 'walk_in')]), [200, 409])
  assert.ok(['phone', 'walk_in'].includes((await show(id)).outcomes[0].toldByChannel))
})

test('words that reach nobody are not sent: she is told as the officer states, or not yet', async () => {
  const conversationId = await conversation('liu')
  const lost = () => as('officer')({ method: 'DELETE', url: `/api/contacts/${world.contacts.liu}/access` })
  const door = async (id: string) => expectOk(await as('officer')({ url: `/api/cases/${id}/door` })).door
  const id = await open({ conversationId })
  assert.equal(await door(id), 'web')
  expectOk(await lost())
  assert.equal(await door(id), null)
  assert.equal((await decide(id, { tell: true })).statusCode, 400)
  assert.equal((await show(id)).status, 'open')
  expectOk(await decide(id))
  assert.equal((await notice(id, 'conversation')).statusCode, 400)
  assert.equal((await show(id)).outcomes[0].toldAt, null)
  expectOk(await notice(id, 'writing'))
  assert.equal((await show(id)).outcomes[0].toldByChannel, 'writing')

  const other = await open({ conversationId })
  assert.equal(expectOk(await decide(other, { toldWay: 'phone' })).told, 0)
  assert.equal((await show(other)).outcomes[0].toldByChannel, 'phone')
  assert.deepEqual(await sent(conversationId), [])

  // Hers stands behind another resident's case: his conversation is told, hers is not filled with what she cannot see.
  const target = await open({ conversationId: await conversation('chen') })
  const lius = await conversation('liu')
  const source = await open({ conversationId: lius })
  expectOk(await post('chief', `/api/cases/${target}/merges`, { sourceCaseId: source }))
  assert.equal(expectOk(await decide(target, { tell: true })).told, 1)

  // Hers is a phone call that stands on everybody's first page until somebody has rung her up.
  const calls = async (who: 'officer' | 'eastAuxiliary' | 'westAuxiliary') =>
    (expectOk(await as(who)({ url: '/api/station-home' })).mine.items as { kind: string; id: string }[])
      .filter(({ kind }) => kind === 'phone_task')
      .map(({ id: on }) => on)
  assert.deepEqual(await calls('officer'), [lius])
  assert.deepEqual(await calls('westAuxiliary'), [lius])
  assert.deepEqual(await calls('eastAuxiliary'), [])
  const shown = expectOk(await as('officer')({ url: `/api/conversations/${lius}` }))
  const [task] = shown.phoneTasks
  assert.equal(shown.phoneTasks.length, 1)
  assert.deepEqual(
    [task.reason, task.words, task.messageId],
    ['outcome_untold', '已经办好，新户口簿可以来取了。', null],
  )
  expectOk(await post('officer', `/api/conversations/${lius}/phone-tasks/${task.id}/done`))
  assert.deepEqual(await calls('officer'), [])
})

test('told by telephone: whoever else stands behind the case and sees nothing is rung up too, once a person', async () => {
  const target = await open({ conversationId: await conversation('chen') })
  const lius = [await conversation('liu'), await conversation('liu')]
  for (const conversationId of [...lius, await conversation('chen')])
    expectOk(
      await post('chief', `/api/cases/${target}/merges`, { sourceCaseId: await open({ conversationId }) }),
    )
  expectOk(await decide(target, { toldWay: 'phone' }))
  const openTasks = async () =>
    (
      await inside(({ db, stationId }) =>
        db
          .selectFrom('phoneTasks')
          .select(['conversationId', 'reason'])
          .where('stationId', '=', stationId)
          .where('doneAt', 'is', null)
          .execute(),
      )
    ).map(({ conversationId, reason }) => [lius.includes(conversationId), reason])
  assert.deepEqual(await openTasks(), [[true, 'outcome_untold']])
  expectOk(await reopen(target))
  assert.deepEqual(await openTasks(), [], 'what was to be said is no longer so')
  expectOk(await decide(target))
  assert.deepEqual(await openTasks(), [], 'nobody has been told yet')
  expectOk(await notice(target, 'phone'))
  assert.equal((await openTasks()).length, 1)
})

test('what was decided can be told in the conversation later', async () => {
  const conversationId = await conversation('chen')
  const id = await open({ conversationId })
  expectOk(await decide(id))
  assert.deepEqual(await sent(conversationId), [])
  assert.equal((await closed(id)).statusCode, 409)
  expectOk(await notice(id, 'conversation'))
  assert.equal((await sent(conversationId)).length, 1)
  expectOk(await closed(id))
  assert.equal((await show(id)).status, 'closed')
})

const closed = (id: string) =>
  post('officer', `/api/cases/${id}/status-changes`, { status: 'closed', note: '' })

test('what she withdrew, and what nobody can be told of, may be closed without telling', async () => {
  const withdrawn = await open({ contactId: world.contacts.chen })
  expectOk(await decide(withdrawn, { settlement: 'withdrawn' }))
  expectOk(await closed(withdrawn))
  const nobody = await open()
  expectOk(await decide(nobody))
  expectOk(await closed(nobody))
})

test('nothing but reopening is possible at the end', async () => {
  const id = await open({ guideId })
  const { clocks } = await show(id)
  expectOk(await decide(id))
  const calls = [
    decide(id),
    server.patch(id, { title: '别的' }),
    post('officer', `/api/cases/${id}/people`, { name: '某人', part: 'party' }),
    post('officer', `/api/cases/${id}/materials/card/checks`, { verdict: 'accepted', note: '' }),
    post('officer', `/api/cases/${id}/clocks`, { dueAt: '2099-01-01T00:00:00Z', reason: '再办' }),
    post('officer', `/api/cases/${id}/clocks/${clocks[0].id}/changes`, { change: 'pause', reason: '等' }),
    post('officer', `/api/cases/${id}/status-changes`, { status: 'in_progress', note: '' }),
  ]
  assert.deepEqual(await statusesOf(calls), Array(calls.length).fill(409))
})

test('an officer reopens: a new limit begins, the old one stays as it stopped, the conversation is held again', async () => {
  const conversationId = await conversation('chen')
  const id = await open({ guideId, conversationId })
  expectOk(await decide(id, { tell: true }))
  await inside(({ db, stationId }) =>
    db
      .updateTable('conversations')
      .set({ closedAt: new Date() })
      .where('stationId', '=', stationId)
      .where('id', '=', conversationId)
      .execute(),
  )
  assert.deepEqual(await statusesOf([reopen(id), reopen(id)]), [200, 409])
  const shown = await show(id)
  assert.deepEqual([shown.status, shown.finishedAt], ['in_progress', null])
  assert.ok(shown.outcomes[0].reopenedAt)
  assert.deepEqual(
    shown.clocks.map((clock: { stoppedAt: string | null }) => clock.stoppedAt !== null),
    [true, false],
  )
  assert.deepEqual(await holders(conversationId), [id])
  const opened = await as('officer')({ url: `/api/cases?conversationId=${conversationId}` })
  assert.equal(opened.json().items[0].id, id)
  expectOk(await decide(id, { words: '这次真的办好了。', tell: true }))
  assert.equal((await show(id)).outcomes.length, 2)
  assert.equal((await sent(conversationId)).length, 2)
})

test('an emergency stays one whatever is said at the end, and a case becomes one at the end', async () => {
  const was = await open({ emergency: true })
  expectOk(await decide(was, { emergency: false, settlement: 'scene' }))
  assert.equal((await show(was)).outcomes[0].emergency, true)
  const became = await open()
  expectOk(await decide(became, { emergency: true }))
  assert.equal((await show(became)).emergency, true)
})

const east = world.villages.east
const matters: [string, () => Promise<string>, Record<string, unknown>, number][] = [
  ['a question', () => open({ kind: 'service', villageId: east }), {}, 200],
  ['a dispute', () => open({ kind: 'dispute', villageId: east }), {}, 403],
  ['a fraud', () => open({ kind: 'fraud', villageId: east }), {}, 403],
  ['an emergency', () => open({ emergency: true, villageId: east }), {}, 403],
  ['what she herself reads as an emergency', () => open({ villageId: east }), { emergency: true }, 403],
  [
    'a case from an urgent conversation',
    async () => open({ conversationId: await conversation('chen', { emergency: true }) }),
    {},
    403,
  ],
  ['a case of another village', () => open({ villageId: world.villages.west }), {}, 404],
]
for (const [name, make, body, status] of matters) {
  test(`an auxiliary decides ${name}: ${status}`, async () => {
    const id = await make()
    const answer = await decide(id, body, 'eastAuxiliary')
    assert.equal(answer.statusCode, status)
    if (status === 403) assert.match(answer.json().message, /请民警来办/)
    if (status !== 404 && !body['emergency'])
      assert.equal((await show(id, 'eastAuxiliary')).mayDecide, status === 200)
  })
}

test('empty words are no outcome', async () => {
  assert.equal((await decide(await open(), { words: ' \n ' })).statusCode, 400)
})
