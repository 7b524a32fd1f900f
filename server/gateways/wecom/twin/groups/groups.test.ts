import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'
import { startReceiver } from '../receiver.fixture.ts'

async function groupTwin(options: Parameters<typeof calmTwin>[0] = {}) {
  const made = await calmTwin(options)
  const receiver = await startReceiver('wwEMU0000000000001')
  made.control.callbacks.keep('workbench', receiver.place)
  return {
    ...made,
    receiver,
    groups: made.control.groups,
    person: () => made.control.people.add().externalUserId,
    get: async (chat_id: string) =>
      (await made.caller.post('externalcontact/groupchat/get', { chat_id, need_name: 1 })).group_chat,
    async stop() {
      await made.twin.stop()
      receiver.stop()
    },
  }
}

describe('customer groups', () => {
  test('E13 two seconds old after an event, and versions that form a chain', async (t) => {
    const { control, groups, get, person, receiver, stop } = await groupTwin()
    t.after(stop)
    const chatId = groups.create('WangJianGuo', '东村村群', [person()])
    await control.clock.advance(2000)
    const before = await get(chatId)
    const joined = person()
    groups.join(chatId, [joined], { joinScene: 3, state: 'grid-1' })
    assert.equal((await get(chatId)).member_version, before.member_version)
    await control.clock.advance(2000)
    const after = await get(chatId)
    assert.equal(after.member_list.at(-1).state, 'grid-1')
    groups.leave(chatId, [joined], 1)
    await control.callbacks.idle()
    const events = receiver.received.map(({ message }) => message)
    const version = (name: string, event = '') => event.match(new RegExp(`<${name}><!\\[CDATA\\[(\\w+)`))?.[1]
    assert.equal(events.length, 3)
    const added = events.find((event) => event.includes('add_member'))
    const removed = events.find((event) => event.includes('del_member'))
    assert.equal(version('LastMemVer', added), before.member_version)
    assert.equal(version('CurMemVer', added), after.member_version)
    assert.equal(version('LastMemVer', removed), after.member_version)
    assert.match(added!, new RegExp(`<MemChangeList><Item><!\\[CDATA\\[${joined}`))
  })

  test('E13 the list of members may also come with commas', async (t) => {
    const { control, groups, person, receiver, stop } = await groupTwin({
      groups: { memberListForm: 'commas' },
    })
    t.after(stop)
    const chatId = groups.create('WangJianGuo', '东村村群')
    const two = [person(), person()]
    groups.join(chatId, two)
    await control.callbacks.idle()
    const list = `<MemChangeList><![CDATA[${two.join(',')}]]></MemChangeList>`
    assert.ok(receiver.received.some(({ message }) => message.includes(list)))
  })

  test('a join way of five groups at most leads into the first with room, then into a new one', async (t) => {
    const { caller, groups, person, stop } = await groupTwin({ groups: { membersMost: 2 } })
    t.after(stop)
    const chatId = groups.create('WangJianGuo', '东村村群')
    const way = { scene: 2, chat_id_list: [chatId], room_base_name: '东村', state: 'grid-1' }
    const tooMany = { ...way, chat_id_list: Array(6).fill(chatId) }
    assert.equal((await caller.post('externalcontact/groupchat/add_join_way', tooMany)).errcode, 41091)
    const { config_id, qr_code } = await caller.post('externalcontact/groupchat/add_join_way', way)
    assert.equal(qr_code, undefined)
    const { join_way } = await caller.post('externalcontact/groupchat/get_join_way', { config_id })
    assert.match(join_way.qr_code, /\/qr\/group/)
    assert.equal(groups.joinByWay(config_id, person()), chatId)
    assert.notEqual(groups.joinByWay(config_id, person()), chatId)
  })

  test('E12 an owner changed by API is not told; limits and wrong groups come back one by one', async (t) => {
    const { control, caller, groups, get, receiver, stop } = await groupTwin()
    t.after(stop)
    const chatId = groups.create('WangJianGuo', '东村村群')
    const move = async (new_owner: string, ...ids: string[]) =>
      (await caller.post('externalcontact/groupchat/onjob_transfer', { chat_id_list: ids, new_owner }))
        .failed_chat_list
    assert.deepEqual(
      (await move('LiXiuYing', chatId, 'wrNone')).map(
        ({ chat_id, errcode }: { chat_id: string; errcode: number }) => [chat_id, errcode],
      ),
      [['wrNone', 90501]],
    )
    await move('ZhaoMin', chatId)
    assert.equal((await move('ChenHao', chatId))[0].errcode, 90508)
    await control.clock.advance(2000)
    assert.equal((await get(chatId)).owner, 'ZhaoMin')
    await control.callbacks.idle()
    assert.equal(receiver.received.length, 1)
    const list = await caller.post('externalcontact/groupchat/list', {
      limit: 10,
      owner_filter: { userid_list: ['ZhaoMin'] },
    })
    assert.deepEqual(list.group_chat_list, [{ chat_id: chatId, status: 0 }])
  })
})
