import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'

const day = 86_400_000

describe('mass messages', () => {
  test('E20 a task for the officer who dealt with her last; nothing is sent before she confirms', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const { contacts, broadcasts, people } = control
    const [a, b, stranger] = [people.add(), people.add(), people.add()].map((one) => one.externalUserId)
    contacts.add('WangJianGuo', a!)
    contacts.add('WangJianGuo', b!)
    await control.clock.advance(1000)
    contacts.add('LiXiuYing', a!)
    const body = { external_userid: [a, b, stranger], text: { content: '防汛通知' } }
    const { msgid, fail_list } = await caller.post('externalcontact/add_msg_template', body)
    assert.deepEqual(fail_list, [stranger])
    assert.equal((await caller.post('externalcontact/get_groupmsg_task', { msgid })).errcode, 41063)
    await control.clock.advance(3000)
    const tasks = async () => (await caller.post('externalcontact/get_groupmsg_task', { msgid })).task_list
    assert.deepEqual(await tasks(), [
      { userid: 'LiXiuYing', status: 0 },
      { userid: 'WangJianGuo', status: 0 },
    ])
    const results = async (userid: string) =>
      (await caller.post('externalcontact/get_groupmsg_send_result', { msgid, userid })).send_list.map(
        (one: { external_userid: string; status: number }) => [one.external_userid, one.status],
      )
    assert.deepEqual(await results('WangJianGuo'), [[b, 0]])
    contacts.removeByCustomer('WangJianGuo', b!)
    broadcasts.confirm(msgid, 'WangJianGuo')
    broadcasts.confirm(msgid, 'LiXiuYing')
    assert.deepEqual(await results('WangJianGuo'), [[b, 2]])
    assert.deepEqual(await results('LiXiuYing'), [[a, 1]])
    assert.deepEqual(
      (await tasks()).map(({ status }: { status: number }) => status),
      [2, 2],
    )
  })

  test('E20 the cap: once a day, seven a week, or the days of the month', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const { contacts, broadcasts, people } = control
    const { externalUserId } = people.add()
    contacts.add('WangJianGuo', externalUserId)
    const sendOne = async () => {
      const body = { external_userid: [externalUserId], text: { content: '通知' } }
      const { msgid } = await caller.post('externalcontact/add_msg_template', body)
      await control.clock.advance(3000)
      broadcasts.confirm(msgid, 'WangJianGuo')
      const ask = { msgid, userid: 'WangJianGuo' }
      return (await caller.post('externalcontact/get_groupmsg_send_result', ask)).send_list[0].status
    }
    control.settings.broadcasts.cap = '1_a_day'
    assert.deepEqual([await sendOne(), await sendOne()], [1, 3])
    await control.clock.advance(day)
    assert.equal(await sendOne(), 1)
    control.settings.broadcasts.cap = '7_a_week'
    for (let count = 0; count < 5; count++) assert.equal(await sendOne(), 1)
    assert.equal(await sendOne(), 3)
    control.settings.broadcasts.cap = 'days_of_month'
    for (let count = 7; count < 30; count++) assert.equal(await sendOne(), 1)
    assert.equal(await sendOne(), 3)
  })

  test('E20 three reminders in 24 hours; called off is called off', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const chatId = control.groups.create('WangJianGuo', '东村村群')
    const body = {
      chat_type: 'group',
      sender: 'WangJianGuo',
      chat_id_list: [chatId],
      text: { content: '通知' },
    }
    const noSender = { ...body, sender: undefined }
    assert.equal((await caller.post('externalcontact/add_msg_template', noSender)).errcode, 40063)
    const { msgid } = await caller.post('externalcontact/add_msg_template', body)
    await control.clock.advance(3000)
    const remind = async () => (await caller.post('externalcontact/remind_groupmsg_send', { msgid })).errcode
    assert.deepEqual([await remind(), await remind(), await remind(), await remind()], [0, 0, 0, 41094])
    const ask = { msgid, userid: 'WangJianGuo' }
    assert.deepEqual((await caller.post('externalcontact/get_groupmsg_send_result', ask)).send_list, [])
    control.broadcasts.confirm(msgid, 'WangJianGuo')
    const { send_list } = await caller.post('externalcontact/get_groupmsg_send_result', ask)
    assert.equal(send_list[0].chat_id, chatId)
    await caller.post('externalcontact/cancel_groupmsg_send', { msgid })
    assert.equal((await caller.post('externalcontact/get_groupmsg_task', { msgid })).errcode, 41093)
  })
})
