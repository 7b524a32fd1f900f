import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'
import { startReceiver } from '../receiver.fixture.ts'

const agentid = 1000002
const text = (touser: string, content = '有新的求助') => ({
  touser,
  msgtype: 'text',
  agentid,
  text: { content },
})

describe('messages to officers', () => {
  test('E24 partly failed is errcode 0 with lower-cased ids; wholly failed is not', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const answer = await caller.post('message/send', text('WangJianGuo|NoBody|LiXiuYing'))
    assert.equal(answer.errcode, 0)
    assert.equal(answer.invaliduser, 'nobody')
    assert.equal(control.messages.inbox('LiXiuYing').length, 1)
    const code = async (body: unknown) => (await caller.post('message/send', body)).errcode
    assert.equal(await code(text('NoBody')), 81013)
    assert.equal(await code({ ...text(''), touser: undefined }), 82001)
    assert.equal(await code({ ...text('LiXiuYing'), agentid: 1000003 }), 301002)
    assert.equal(await code(text('LiXiuYing', '')), 44004)
    assert.equal(await code(text('LiXiuYing', '字'.repeat(683))), 45002)
  })

  test('E24 more than thirty a minute to one member are dropped without a word', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    for (let count = 0; count < 32; count++)
      assert.equal((await caller.post('message/send', text('LiXiuYing', `第 ${count} 条`))).errcode, 0)
    assert.equal(control.messages.inbox('LiXiuYing').length, 30)
    assert.equal(control.messages.dropped(), 2)
    await control.clock.advance(60_000)
    await caller.post('message/send', text('LiXiuYing'))
    assert.equal(control.messages.inbox('LiXiuYing').length, 31)
  })

  test('a card, its button, and one change of the card', async (t) => {
    const { twin, control, caller } = await calmTwin()
    const receiver = await startReceiver('wwEMU0000000000001')
    control.callbacks.keep('workbench', receiver.place)
    t.after(async () => {
      receiver.stop()
      await twin.stop()
    })
    const template_card = {
      card_type: 'button_interaction',
      task_id: 'task-1',
      main_title: { title: '紧急求助' },
      button_list: [{ text: '我来接', key: 'accept' }],
    }
    const body = { touser: 'LiXiuYing', msgtype: 'template_card', agentid, template_card }
    const { msgid, response_code } = await caller.post('message/send', body)
    assert.ok(response_code)
    const code = control.messages.press(msgid, 'LiXiuYing', 'accept')
    await control.callbacks.idle()
    const { message } = receiver.received[0]!
    assert.match(message, /<FromUserName><!\[CDATA\[LiXiuYing\]\]>/)
    assert.match(message, /<EventKey><!\[CDATA\[accept\]\]>.*<TaskId><!\[CDATA\[task-1\]\]>/)
    assert.ok(message.includes(code))
    const update = {
      userids: ['LiXiuYing'],
      agentid,
      response_code: code,
      button: { replace_name: '李秀英已接' },
    }
    assert.equal((await caller.post('message/update_template_card', update)).errcode, 0)
    assert.equal((await caller.post('message/update_template_card', update)).errcode, 40058)
    await control.clock.advance(86_400_000)
    assert.equal((await caller.post('message/recall', { msgid })).errcode, 42052)
  })

  test('the same message twice within the interval is one', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const body = { ...text('LiXiuYing'), enable_duplicate_check: 1, duplicate_check_interval: 600 }
    const first = await caller.post('message/send', body)
    assert.equal((await caller.post('message/send', body)).msgid, first.msgid)
    await control.clock.advance(600_000)
    assert.notEqual((await caller.post('message/send', body)).msgid, first.msgid)
    assert.equal(control.messages.inbox('LiXiuYing').length, 2)
  })
})
