import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectOk, startCaseServer, statusesOf } from './cases.fixture.ts'

const { as, conversation, decide, events, inside, open, post, show, world } = await startCaseServer()

type Call = {
  id: string
  caseId: string
  name: string
  phone: string
  words: string
  end: { how: string } | null
}
type Person = { name: string; phone?: string }

const merge = async (target: string, source: string): Promise<string> =>
  expectOk(await post('chief', `/api/cases/${target}/merges`, { sourceCaseId: source })).mergeId
const reopen = (id: string) => post('chief', `/api/cases/${id}/reopenings`, { reason: '居民说还没好' })
const walkIn = (person?: Person, body = {}) =>
  open({ channel: 'walk_in', ...(person && { person }), ...body })
const callsOf = async (id: string): Promise<Call[]> => (await show(id)).calls
const finish = (call: Call, who: Parameters<typeof post>[0] = 'officer') =>
  post(who, `/api/cases/${call.caseId}/outcome-calls/${call.id}/done`)
const onHome = async (who: Parameters<typeof as>[0] = 'officer') =>
  (
    expectOk(await as(who)({ url: '/api/station-home' })).mine.items as {
      kind: string
      id: string
      title: string
    }[]
  )
    .filter(({ kind }) => kind === 'outcome_call')
    .map(({ id, title }) => [id, title])

/** A done case of Chen's, told in her conversation, behind which another case without a conversation stands. */
async function toldWith(source: string) {
  const target = await open({ conversationId: await conversation('chen') })
  const mergeId = await merge(target, source)
  expectOk(await decide(target, { tell: true, words: '牛找到了。' }))
  return { target, mergeId }
}

test('who came to the counter and stands behind a merged case is rung up: on every first page, until it is done', async () => {
  const source = await walkIn({ name: '周大爷', phone: '13900000001' }, { villageId: world.villages.west })
  const { target } = await toldWith(source)
  const [call] = await callsOf(target)
  assert.deepEqual(
    [call!.caseId, call!.name, call!.phone, call!.words, call!.end],
    [source, '周大爷', '13900000001', '牛找到了。', null],
  )
  assert.deepEqual(await callsOf(source), [call], 'her own case says so too')
  assert.deepEqual(await onHome(), [[source, '周大爷：牛找到了。']])
  assert.deepEqual(await onHome('westAuxiliary'), [[source, '周大爷：牛找到了。']])
  assert.deepEqual(await onHome('eastAuxiliary'), [])
  assert.deepEqual(await statusesOf([finish(call!, 'eastAuxiliary')]), [404])
  expectOk(await finish(call!, 'westAuxiliary'))
  expectOk(await finish(call!))
  assert.deepEqual(await onHome(), [])
  const [done] = (await show(target)).calls
  assert.deepEqual([done.end.how, done.end.officer], ['told', '赵辅警'])
  const written = await events(source)
  assert.equal(written.filter((name) => name === 'case.call_asked').length, 1)
  assert.equal(written.filter((name) => name === 'case.call_done').length, 1, 'a second tap writes nothing')
})

test('without any phone it stands on the case that nobody can ring her up; a phone the register learns makes it a call', async () => {
  const source = await walkIn({ name: '没留电话的人' })
  const hers = await walkIn(undefined, { contactId: world.contacts.liu })
  const liu = (change: string) =>
    inside(({ client }) => client.query(`update contacts set ${change} where id = $1`, [world.contacts.liu]))
  await liu(`door_shut_at = clock_timestamp(), phone = ''`)
  const target = await open({ conversationId: await conversation('chen') })
  for (const each of [source, hers]) await merge(target, each)
  expectOk(await decide(target, { tell: true, words: '牛找到了。' }))
  const calls = await callsOf(target)
  assert.deepEqual(
    calls.map(({ name, phone, end }) => [name, phone, end]),
    [
      ['没留电话的人', '', null],
      ['刘师傅', '', null],
    ],
  )
  assert.deepEqual(await onHome(), [])
  await liu(`phone = '13900000002'`)
  assert.deepEqual(await onHome(), [[hers, '刘师傅：牛找到了。']])
  for (const call of calls) expectOk(await finish(call))
  assert.deepEqual(await onHome(), [])
})

test('nobody is rung up twice, nor who was told: one call a person, by contact or by number', async () => {
  const twice = { name: '周大爷', phone: '139 0000 0003' }
  const target = await walkIn({ name: '李婶', phone: '13900000004' })
  for (const person of [twice, { ...twice, phone: '13900000003' }, { name: '李婶', phone: '13900000004' }])
    await merge(target, await walkIn(person))
  await merge(target, await open({ conversationId: await conversation('chen') }))
  await merge(target, await walkIn(undefined, { contactId: world.contacts.chen }))
  expectOk(await decide(target, { toldWay: 'phone' }))
  const calls = await callsOf(target)
  assert.deepEqual(
    calls.map(({ name }) => name),
    ['周大爷'],
  )
  expectOk(await finish(calls[0]!))
})

test('told in the conversation of a merged case: who the case itself belongs to is rung up', async () => {
  const target = await walkIn({ name: '李婶', phone: '13900000005' })
  await merge(target, await open({ conversationId: await conversation('chen') }))
  expectOk(await decide(target, { tell: true }))
  const [call] = await callsOf(target)
  assert.deepEqual([call!.caseId, call!.name], [target, '李婶'])
  expectOk(await finish(call!))
})

test('reopening settles the calls of the outcome that was taken back, with who and why; the next outcome asks anew', async () => {
  const source = await walkIn({ name: '周大爷', phone: '13900000006' })
  const target = await open({ conversationId: await conversation('chen') })
  const lius = await conversation('liu')
  await inside(({ client }) =>
    client.query(`update contacts set door_shut_at = clock_timestamp() where id = $1`, [world.contacts.liu]),
  )
  await merge(target, source)
  await merge(target, await open({ conversationId: lius }))
  const phoneTasks = async () =>
    expectOk(await as('officer')({ url: `/api/conversations/${lius}` })).phoneTasks as Record<string, never>[]
  expectOk(await decide(target, { tell: true }))
  assert.equal((await onHome()).length, 1)
  assert.deepEqual(
    (await phoneTasks()).map((task) => [task['doneAt'], task['withdrawal']]),
    [[null, null]],
  )
  expectOk(await reopen(target))
  assert.deepEqual(await onHome(), [])
  const [call] = (await show(source)).calls
  assert.deepEqual([call.end.how, call.end.officer], ['case_reopened', '周所长'])
  const [task] = await phoneTasks()
  assert.ok(task!['doneAt'])
  assert.equal(task!['doneBy'], null, 'nobody has phoned')
  const withdrawal = task!['withdrawal'] as unknown as { reason: string; officer: string }
  assert.deepEqual([withdrawal.reason, withdrawal.officer], ['case_reopened', '周所长'])
  const home = expectOk(await as('officer')({ url: '/api/station-home' })).mine.items as { kind: string }[]
  assert.ok(home.every(({ kind }) => kind !== 'phone_task'))
  expectOk(await decide(target, { tell: true, words: '这次真的找到了。' }))
  assert.deepEqual(await onHome(), [[source, '周大爷：这次真的找到了。']])
  assert.equal((await phoneTasks()).filter((each) => each['doneAt'] === null).length, 1)
  expectOk(await finish((await callsOf(source)).find(({ end }) => end === null)!))
})

test('undone, a merge takes its calls with it: the other case’s outcome is not hers', async () => {
  const source = await walkIn({ name: '周大爷', phone: '13900000007' })
  const { target, mergeId } = await toldWith(source)
  expectOk(await as('officer')({ method: 'DELETE', url: `/api/cases/${target}/merges/${mergeId}` }))
  assert.deepEqual(await onHome(), [])
  assert.equal((await callsOf(source))[0]!.end!.how, 'merge_undone')
})
