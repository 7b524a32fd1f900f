import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calmTwin, startOfTests } from '../client.fixture.ts'
import { demoCallback } from '../corporation/demo-corporation.ts'

const then = startOfTests - 3_600_000

test('a corporation that was there before: its calls know all of it, and no callback tells of it', async (t) => {
  const { twin, control, caller } = await calmTwin()
  t.after(twin.stop)
  control.callbacks.keep('workbench', { url: 'http://127.0.0.1:9/', ...demoCallback })
  control.seed({
    members: [{ userid: 'chief', name: '贺长安' }],
    people: [
      { externalUserId: 'demo-1', name: '张桂兰', place: '青泉社区' },
      { externalUserId: 'demo-2', name: '李大山' },
    ],
    tagGroups: [{ name: '身份', tags: [{ id: 'demo-tag', name: '网格员' }] }],
    relations: [
      {
        userid: 'chief',
        externalUserId: 'demo-1',
        state: 'door',
        tags: new Set(['demo-tag']),
        createdAt: then,
      },
      { userid: 'chief', externalUserId: 'demo-2', oneWay: true, createdAt: then },
    ],
    ways: [{ configId: 'way', state: 'door', remark: '服务台', users: ['chief'], createdAt: then }],
    groups: [
      {
        ...{ chatId: 'chat', name: '总群', owner: 'chief', version: 'v1', createdAt: then },
        members: [
          { userid: 'chief', type: 1, joinedAt: then },
          { userid: 'nobody-we-know', type: 2, joinedAt: then },
        ],
      },
    ],
    joinWays: [{ configId: 'join', remark: '', chatIds: ['chat'] }],
    accounts: [
      {
        ...{ openKfId: 'wkDemo', name: '青泉社区警务室' },
        doors: [{ scene: 'village', path: '/kfid/kfcEMU1?enc_scene=village' }],
        sessions: [
          {
            ...{ externalUserId: 'demo-1', state: 0, servicer: null, lastCustomerAt: then, repliesSince: 4 },
            bubbles: [],
          },
        ],
      },
    ],
    broadcasts: [
      {
        ...{
          msgid: 'mass',
          chatType: 'group',
          userid: 'chief',
          createdAt: then,
          text: '停水',
          confirmedAt: then,
        },
        targets: [{ id: 'chat', status: 1, sentAt: then }],
      },
    ],
    moments: [
      { momentId: 'moment', createdAt: then, text: '防骗', officers: [{ userid: 'chief', published: true }] },
    ],
  })

  const post = caller.post
  assert.deepEqual((await caller.get('externalcontact/get_follow_user_list')).follow_user, ['chief'])
  const page = await post('externalcontact/batch/get_by_user', { userid_list: ['chief'], limit: 100 })
  assert.deepEqual(
    page.external_contact_list.map(
      (one: { follow_info: { state?: string; tag_id: string[]; createtime: number } }) => [
        one.follow_info.state,
        one.follow_info.tag_id,
        one.follow_info.createtime,
      ],
    ),
    [
      ['door', ['demo-tag'], then / 1000],
      [undefined, [], then / 1000],
    ],
  )
  const way = await post('externalcontact/get_contact_way', { config_id: 'way' })
  assert.deepEqual(way.contact_way.user, ['chief'])
  const { group_chat: group } = await post('externalcontact/groupchat/get', { chat_id: 'chat' })
  assert.deepEqual([group.member_version, group.member_list.length], ['v1', 2])
  const join = await post('externalcontact/groupchat/get_join_way', { config_id: 'join' })
  assert.deepEqual(join.join_way.chat_id_list, ['chat'])
  const door = await post('kf/add_contact_way', { open_kfid: 'wkDemo', scene: 'village' })
  assert.equal(door.url, `${twin.url}/kfid/kfcEMU1?enc_scene=village`)
  const reply = { touser: 'demo-1', open_kfid: 'wkDemo', msgtype: 'text', text: { content: '马上来' } }
  assert.equal((await post('kf/send_msg', reply)).errcode, 0)
  assert.equal((await post('kf/send_msg', reply)).errcode, 95001)
  const { task_list } = await post('externalcontact/get_groupmsg_task', { msgid: 'mass' })
  assert.deepEqual(task_list[0].status, 2)
  const sent = await post('externalcontact/get_groupmsg_send_result', { msgid: 'mass', userid: 'chief' })
  assert.equal(sent.send_list[0].chat_id, 'chat')
  const moment = await post('externalcontact/get_moment_task', { moment_id: 'moment' })
  assert.equal(moment.task_list[0].publish_status, 1)
  assert.deepEqual((await caller.sync('wkDemo')).messages, [])
  await control.callbacks.idle()
  assert.deepEqual(control.callbacks.attempts(), [])
})
