import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inStation } from '../../platform/tenancy.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import { startChannel, until } from './wechat.fixture.ts'

const hour = 3_600_000
// Two days, an hour and a minute ago, so that somebody can have written then.
const channel = await startChannel({
  twin: { clock: { startAt: Date.now() - 49 * hour - 60_000, running: true } },
})
const { control, openKfid, query, world, context } = channel
const { stationId } = world
const { phone } = control.kf

async function meet(name: string): Promise<{ who: string; contact: string; conversation: string }> {
  const who = channel.person(name)
  phone.write(openKfid, who, `我是${name}`)
  let met: { contact_id: string; conversation_id: string } | undefined
  await until(name, async () => {
    const rows = await query(
      'select contact_id, conversation_id from kf_people where station_id = $1 and external_userid = $2',
      [stationId, who],
    )
    met = rows[0]
    return met?.conversation_id
  })
  return { who, contact: met!.contact_id, conversation: met!.conversation_id }
}
const stateOf = async (body: string) =>
  (
    await query(
      `select d.state, d.fail_code, (select count(*)::int from phone_tasks t where t.station_id = $1 and t.message_id = m.id) as tasks
       from messages m join message_deliveries d on d.station_id = $1 and d.message_id = m.id where m.station_id = $1 and m.body = $2`,
      [stationId, body],
    )
  )[0]
const seen = (who: string, body: string) =>
  phone.sees(openKfid, who).filter((bubble) => bubble.body['content'] === body).length

test('T10: 49 hours after her last words an answer is refused with a sentence, and what the system says becomes a task', async () => {
  const late = await meet('太晚')
  // Up to our own time: the twin's began before the server stood.
  await control.clock.advance(Date.now() - control.clock.now())
  const answer = await channel.answer(late.conversation, late.contact, '晚了的话')
  assert.equal(answer.statusCode, 409)
  assert.match(answer.json().message, /48 小时.*打电话/)
  await inStation(context.pool, stationId, (tx) =>
    tellResident(
      tx,
      { kind: 'system', id: null },
      { conversationId: late.conversation, body: '预约提醒', officerId: null, key: 'k1' },
    ),
  )
  await until('a task', async () => (await stateOf('预约提醒'))?.tasks === 1)
  assert.deepEqual(await stateOf('预约提醒'), { state: 'failed', fail_code: 'window_over', tasks: 1 })
  assert.equal(seen(late.who, '预约提醒'), 0)
})

test('T10: the sixth answer is refused before it is sent, and her next words make room', async () => {
  const six = await meet('第六条')
  for (let n = 1; n <= 5; n++) {
    const sent = await channel.answer(six.conversation, six.contact, `第 ${n} 条回复`)
    assert.equal(sent.statusCode, 201, sent.body)
  }
  const sixth = await channel.answer(six.conversation, six.contact, '第 6 条回复')
  assert.equal(sixth.statusCode, 409)
  assert.match(sixth.json().message, /回复了 5 条/)
  await until('five arrived', async () => (await stateOf('第 5 条回复')).state === 'accepted')
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((n) => seen(six.who, `第 ${n} 条回复`)),
    [1, 1, 1, 1, 1],
  )
  // Certainly after the fifth by both clocks.
  await control.clock.advance(Math.max(0, Date.now() - control.clock.now()) + 2000)
  phone.write(openKfid, six.who, '我再说一句')
  await until(
    'room again',
    async () => (await channel.answer(six.conversation, six.contact, '第 6 条回复')).statusCode === 201,
  )
  await until('the sixth', () => seen(six.who, '第 6 条回复') === 1)
})

test('T10: every kind of failure that is told becomes a visible task, once', async (t) => {
  const kinds = [0, 1, 2, 4, 5, 6, 8, 10, 11, 12, 13]
  let slowestMs = 0
  for (const kind of kinds) {
    const person = await meet(`失败${kind}`)
    control.kf.failNext(kind)
    const words = `会失败的 ${kind}`
    await channel.answer(person.conversation, person.contact, words)
    await until('taken', async () => ['accepted', 'failed'].includes((await stateOf(words)).state))
    await control.clock.advance(1500)
    const toldAt = performance.now()
    await until(`told ${kind}`, async () => (await stateOf(words)).state === 'failed')
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - toldAt))
    assert.deepEqual(await stateOf(words), { state: 'failed', fail_code: `told_${kind}`, tasks: 1 })
    // Visible: in the conversation, and counted on everybody's first page.
    const shown = await channel.as('officer')({
      method: 'GET',
      url: `/api/conversations/${person.conversation}`,
    })
    assert.ok(shown.json().phoneTasks.some(({ doneAt }: { doneAt: string | null }) => doneAt === null))
  }
  const home = (await channel.as('officer')({ method: 'GET', url: '/api/station-home' })).json()
  const phone = home.alarms.find(({ key }: { key: string }) => key === 'wechat_phone')
  assert.ok(phone.count >= kinds.length)
  assert.ok(slowestMs < 60_000)
  t.diagnostic(JSON.stringify({ id: 'T10', kinds: kinds.length, tasks: kinds.length, slowestMs }))
})

test('T10: answers whose outcome nobody knows are sent again under the same id and arrive once', async (t) => {
  const person = await meet('不知道')
  const faults = [
    { kind: 'lose_answer' },
    { kind: 'reset' },
    { kind: 'status', status: 502 },
    { kind: 'errcode', errcode: -1 },
    { kind: 'garbage', body: '<html>proxy</html>' },
  ] as const
  let doubled = 0
  for (const fault of faults) {
    phone.write(openKfid, person.who, `再来 ${fault.kind}`)
    const words = `要送到的 ${fault.kind}`
    control.faults.next('kf/send_msg', fault, 2)
    await until(
      'sent',
      async () => (await channel.answer(person.conversation, person.contact, words)).statusCode === 201,
    )
    await until(`accepted ${fault.kind}`, async () => (await stateOf(words)).state === 'accepted', 30_000)
    doubled += seen(person.who, words) - 1
  }
  t.diagnostic(JSON.stringify({ id: 'T10', faults: faults.length, doubled }))
  assert.equal(doubled, 0)
})

test('a long answer travels in pieces, in their order, and counts as so many', async () => {
  const person = await meet('长话')
  const words = Array.from({ length: 120 }, (_, n) => `第${n}句话说清楚。`).join('')
  assert.equal((await channel.answer(person.conversation, person.contact, words)).statusCode, 201)
  await until('accepted', async () => (await stateOf(words)).state === 'accepted')
  const pieces = phone.sees(openKfid, person.who).filter(({ from }) => from === 'station')
  assert.equal(pieces.map(({ body }) => body['content']).join(''), words)
  const { replyLine } = (
    await channel.as('officer')({ method: 'GET', url: `/api/conversations/${person.conversation}` })
  ).json()
  assert.equal(replyLine.left, 5 - pieces.length)
})
