import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hour, kfTwin, second } from './kf.fixture.ts'

describe('sending to a customer', () => {
  test('E16 five replies a message, in 48 hours, each msgid once', async (t) => {
    const { twin, control, reply, say } = await kfTwin()
    t.after(twin.stop)
    assert.equal(await reply('m0'), 95018)
    say('您好')
    for (let count = 1; count <= 5; count++) assert.equal(await reply(`m${count}`), 0)
    assert.equal(await reply('m6'), 95001)
    say('还在吗')
    assert.equal(await reply('m1'), 40058)
    assert.equal(await reply('m6'), 0)
    await control.clock.advance(48 * hour)
    assert.equal(await reply('m7'), 95002)
    say('又来了')
    assert.equal(await reply('m7'), 0)
  })

  test('E16 the order of the checks is a setting', async (t) => {
    const { twin, control, reply, say } = await kfTwin({ kf: { checkOrder: ['count', 'time', 'state'] } })
    t.after(twin.stop)
    say('您好')
    for (let count = 0; count < 5; count++) await reply(undefined)
    await control.clock.advance(49 * hour)
    assert.equal(await reply(undefined), 95001)
  })

  test('E16 who serves: 0 and 1 by API, 2 the queue, 3 a person, 4 nobody', async (t) => {
    const { twin, control, caller, openKfId, externalUserId, say, reply, move, state, client } =
      await kfTwin()
    t.after(twin.stop)
    assert.equal(await state(), 4)
    assert.equal((await move(3, 'WangJianGuo')).errcode, 95013)
    say('您好')
    assert.equal(await state(), 0)
    assert.equal((await move(4)).errcode, 95016)
    assert.equal((await move(3)).errcode, 40063)
    assert.equal((await move(3, 'LiXiuYing')).errcode, 95014)
    const queued = await move(2)
    assert.ok(queued.msg_code)
    assert.equal(await reply('m1'), 95018)
    client.take(openKfId, externalUserId, 'WangJianGuo')
    assert.equal(await state(), 3)
    client.answer(openKfId, externalUserId, 'WangJianGuo', '我来处理')
    client.setServing(openKfId, 'WangJianGuo', false, 1)
    assert.equal((await move(3, 'WangJianGuo')).errcode, 95019)
    client.end(openKfId, externalUserId)
    assert.equal(await state(), 4)
    client.answer(openKfId, externalUserId, 'WangJianGuo', '补充一句')
    assert.equal(await state(), 3)
    const { messages } = await caller.sync(openKfId)
    const told = messages.map(
      ({ origin, event, text }) => event?.change_type ?? event?.event_type ?? [origin, text.content],
    )
    assert.deepEqual(told, [[3, '您好'], 1, [5, '我来处理'], 'servicer_status_change', 3, 4, [5, '补充一句']])
    assert.ok(messages[1].event.msg_code)
    assert.equal((await move(4)).errcode, 0)
    assert.deepEqual((await caller.sync(openKfId)).messages.length, messages.length)
    assert.equal(control.kf.phone.session(openKfId, externalUserId).state, 4)
  })

  test('E16 codes: used once, for 20 seconds or 48 hours, in their own state', async (t) => {
    const { twin, control, caller, openKfId, externalUserId, say, move, phone } = await kfTwin()
    t.after(twin.stop)
    const answer = async (code: string, msgtype = 'text') =>
      (
        await caller.post('kf/send_msg_on_event', {
          code,
          msgtype,
          ...(msgtype === 'text' ? { text: { content: '您好' } } : { msgmenu: { head_content: '请选择' } }),
        })
      ).errcode
    const welcome = phone.enter(openKfId, externalUserId)!
    assert.equal(await answer(welcome, 'msgmenu'), 0)
    assert.equal(await answer(welcome), 40029)
    say('您好')
    const { msg_code: queue } = await move(2)
    await control.clock.advance(hour)
    assert.equal(await answer(queue, 'msgmenu'), 40008)
    assert.equal(await answer(queue), 0)
    assert.equal((await move(3, 'WangJianGuo')).msg_code, undefined)
    const { msg_code: closing } = await move(4)
    await control.clock.advance(20 * second)
    assert.equal(await answer(closing), 40029)
  })

  test('E18 no welcome code: native welcome, welcomed within 48 hours, or spoke within 48 hours', async (t) => {
    const { twin, control, caller, openKfId, externalUserId, say, phone } = await kfTwin()
    t.after(twin.stop)
    const enter = () => phone.enter(openKfId, externalUserId)
    const code = enter()!
    await control.clock.advance(20 * second)
    const late = { code, msgtype: 'text', text: { content: '欢迎' } }
    assert.equal((await caller.post('kf/send_msg_on_event', late)).errcode, 40029)
    const next = { ...late, code: enter()! }
    assert.equal((await caller.post('kf/send_msg_on_event', next)).errcode, 0)
    assert.equal(enter(), null)
    await control.clock.advance(48 * hour)
    assert.notEqual(enter(), null)
    say('您好')
    assert.equal(enter(), null)
    await control.clock.advance(48 * hour)
    control.settings.kf.nativeWelcome = true
    assert.equal(enter(), null)
  })

  test('E17 accepted, and failed a second later with the reason chosen', async (t) => {
    const { twin, control, caller, openKfId, externalUserId, say, reply, phone } = await kfTwin()
    t.after(twin.stop)
    say('您好')
    control.kf.failNext(13)
    assert.equal(await reply('our-1'), 0)
    assert.equal(await reply('our-2'), 0)
    await control.clock.advance(second)
    const { messages, cursor } = await caller.sync(openKfId)
    assert.deepEqual(messages.at(-1).event, {
      event_type: 'msg_send_fail',
      open_kfid: openKfId,
      external_userid: externalUserId,
      fail_msgid: 'our-1',
      fail_type: 13,
    })
    assert.deepEqual(
      phone.sees(openKfId, externalUserId).map(({ failType }) => failType),
      [undefined, 13, undefined],
    )
    phone.refuse(openKfId, externalUserId, true)
    await reply('our-3')
    await control.clock.advance(second)
    assert.equal((await caller.sync(openKfId, cursor)).messages[0].event.fail_type, 10)
  })

  test('a lost answer: the message went out, and its id tells so', async (t) => {
    const { twin, control, say, reply, phone, openKfId, externalUserId } = await kfTwin()
    t.after(twin.stop)
    say('您好')
    control.faults.next('kf/send_msg', { kind: 'lose_answer' })
    await assert.rejects(reply('our-1'))
    assert.equal(await reply('our-1'), 40058)
    assert.equal(phone.sees(openKfId, externalUserId).length, 2)
    control.faults.next('kf/send_msg', { kind: 'reset' })
    await assert.rejects(reply('our-2'))
    assert.equal(await reply('our-2'), 0)
  })

  test('bodies of every type are measured', async (t) => {
    const { twin, caller, openKfId, externalUserId, say } = await kfTwin()
    t.after(twin.stop)
    say('您好')
    const code = async (msgtype: string, body: unknown) =>
      (
        await caller.post('kf/send_msg', {
          touser: externalUserId,
          open_kfid: openKfId,
          msgtype,
          [msgtype]: body,
        })
      ).errcode
    assert.equal(await code('text', { content: '字'.repeat(683) }), 45002)
    assert.equal(await code('text', { content: '' }), 44004)
    assert.equal(await code('image', { media_id: 'none' }), 40007)
    assert.equal(await code('sticker', {}), 40008)
    const item = { type: 'click', click: { id: '1', content: '好' } }
    assert.equal(await code('msgmenu', { list: Array(11).fill(item) }), 95008)
    assert.equal(await code('msgmenu', { head_content: '满意吗', list: [item] }), 0)
    assert.equal(await code('location', { latitude: 30.1, longitude: 120.2, name: '派出所' }), 0)
  })
})
