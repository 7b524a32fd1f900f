import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel()
const { control, openKfid, query, world } = channel
const { phone } = control.kf

test('a resident writes in WeChat, an officer answers, and the answer is on her phone', async () => {
  const zhang = channel.person('张桂兰')
  phone.enter(openKfid, zhang)
  phone.write(openKfid, zhang, '东村的路灯坏了，晚上看不见路')
  await until('the message', async () => (await channel.messages()).length === 1)
  const [message] = await channel.messages()
  assert.deepEqual([message.channel, message.body], ['wechat', '东村的路灯坏了，晚上看不见路'])
  const welcomed = () =>
    phone.sees(openKfid, zhang).some(({ body }) => String(body['content']).includes('测试镇派出所'))
  await until('the welcome', welcomed)
  const [contact] = await query('select name from contacts where station_id = $1 and id = $2', [
    world.stationId,
    message.contact,
  ])
  assert.equal(contact.name, '张桂兰')
  const sent = await channel.answer(message.conversation, message.contact, '收到，明天去修。')
  assert.equal(sent.statusCode, 201, sent.body)
  const seen = () =>
    phone.sees(openKfid, zhang).filter(({ body }) => body['content'] === '收到，明天去修。').length
  await until('the answer', () => seen() === 1)
  await until('accepted', async () => (await channel.messages())[1].state === 'accepted')
  const shown = (
    await channel.as('officer')({ method: 'GET', url: `/api/conversations/${message.conversation}` })
  ).json()
  assert.equal(shown.replyLine.left, 4)
  assert.equal(shown.messages[1].delivery.state, 'accepted')
  phone.write(openKfid, zhang, '谢谢')
  await until('the same conversation', async () => (await channel.messages()).length === 3)
  assert.equal(new Set((await channel.messages()).map(({ conversation }) => conversation)).size, 1)
})

test('what cannot be delivered turns red, asks for a phone call, and is done with one tap', async () => {
  const li = channel.person('李大山')
  phone.write(openKfid, li, '在吗')
  const mine = async () => (await channel.messages()).filter(({ contact }) => contact === id)
  let id = ''
  await until('the message', async () => {
    const rows = await query(
      'select contact_id from kf_people where station_id = $1 and external_userid = $2 and conversation_id is not null',
      [world.stationId, li],
    )
    id = rows[0]?.contact_id ?? ''
    return id
  })
  const [{ conversation }] = (await mine()) as [{ conversation: string }]
  control.kf.failNext(10)
  await channel.answer(conversation, id, '请明天来所里')
  await control.clock.advance(2000)
  await until('failed', async () => (await mine())[1]?.state === 'failed')
  const show = async () =>
    (await channel.as('officer')({ method: 'GET', url: `/api/conversations/${conversation}` })).json()
  const { phoneTasks } = await show()
  assert.deepEqual([phoneTasks.length, phoneTasks[0].reason, phoneTasks[0].doneAt], [1, 'told_10', null])
  const home = (await channel.as('officer')({ method: 'GET', url: '/api/station-home' })).json()
  assert.ok(home.alarms.some(({ key }: { key: string }) => key === 'wechat_phone'))
  const done = await channel.as('officer')({
    method: 'POST',
    url: `/api/conversations/${conversation}/phone-tasks/${phoneTasks[0].id}/done`,
  })
  assert.equal(done.statusCode, 200, done.body)
  assert.equal((await show()).phoneTasks[0].doneBy, '李民警')
})
