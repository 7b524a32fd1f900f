import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from '../api/answering-server.fixture.ts'
import type { ApiError } from '../api/api-error.ts'
import { addKfDoor } from './add-kf-door.ts'
import { getKfCustomers } from './get-kf-customers.ts'
import { getServiceState } from './get-service-state.ts'
import { listKfAccounts } from './list-kf-accounts.ts'
import { listServicers } from './list-servicers.ts'
import { moveServiceState } from './move-service-state.ts'
import { sendKfEventReply } from './send-kf-event-reply.ts'
import { sendKfMessage } from './send-kf-message.ts'
import { syncKfMessages } from './sync-kf-messages.ts'

test('customer service: what is sent, and what is read of the answers', async (t) => {
  const server = await startAnswering(t, {
    'kf/account/list': { errcode: 0, account_list: [{ open_kfid: 'wk', name: '张\0村' }, null] },
    'kf/add_contact_way': { errcode: 0, url: 'https://work.weixin.qq.com/kfid/x?enc_scene=y' },
    'kf/sync_msg': { errcode: 0, next_cursor: 'C', has_more: 1 },
    'kf/send_msg': { errcode: 0, msgid: 'M' },
    'kf/send_msg_on_event': { errcode: 0, msgid: 'N' },
    'kf/service_state/get': [{ errcode: 0, service_state: 3, servicer_userid: 'o' }, { errcode: 0 }],
    'kf/service_state/trans': { errcode: 0, msg_code: 'K' },
    'kf/servicer/list': {
      errcode: 0,
      servicer_list: [
        { userid: 'o', status: 0 },
        { department_id: 2, status: 1 },
      ],
    },
    'kf/customer/batchget': {
      errcode: 0,
      customer_list: [
        { external_userid: 'wm', nickname: 'n', gender: '1', enter_session_context: { scene: 's' } },
      ],
      invalid_external_userid: ['x'],
    },
  })
  const api = server.connect()
  const sent = () => JSON.parse(server.heard.at(-1)!.body.toString())

  const accounts = await listKfAccounts(api)
  assert.deepEqual(accounts[0], { openKfid: 'wk', name: '张村', avatar: '', managed: true })
  assert.equal(accounts.length, 2)
  assert.match(await addKfDoor(api, 'wk', 'door', '三组=0312'), /enc_scene=y&scene_param=%E4.*%3D0312$/)

  assert.deepEqual(await syncKfMessages(api, { openKfid: 'wk' }), {
    messages: [],
    nextCursor: 'C',
    hasMore: true,
  })
  assert.deepEqual(sent(), { open_kfid: 'wk', limit: 1000, voice_format: 0 })
  await syncKfMessages(api, { openKfid: 'wk', cursor: 'C', token: 'T', limit: 5 })
  assert.deepEqual(sent(), { open_kfid: 'wk', cursor: 'C', token: 'T', limit: 5, voice_format: 0 })

  const to = { openKfid: 'wk', externalUserId: 'wm', msgid: 'M' }
  assert.deepEqual(await sendKfMessage(api, { ...to, reply: { kind: 'text', text: '您好' } }), { msgid: 'M' })
  assert.deepEqual(sent(), {
    touser: 'wm',
    open_kfid: 'wk',
    msgid: 'M',
    msgtype: 'text',
    text: { content: '您好' },
  })
  await sendKfMessage(api, { ...to, reply: { kind: 'image', mediaId: 'I' } })
  assert.deepEqual(sent().image, { media_id: 'I' })
  await sendKfMessage(api, {
    ...to,
    reply: {
      kind: 'menu',
      head: 'h',
      items: [
        { kind: 'click', id: '1', text: 'a' },
        { kind: 'text', text: 'b' },
      ],
    },
  })
  assert.deepEqual(sent().msgmenu, {
    head_content: 'h',
    list: [
      { type: 'click', click: { id: '1', content: 'a' } },
      { type: 'text', text: { content: 'b' } },
    ],
  })
  await sendKfMessage(api, { ...to, reply: { kind: 'location', latitude: 1, longitude: 2, name: '' } })
  assert.deepEqual(sent().location, { latitude: 1, longitude: 2 })
  await sendKfMessage(api, { ...to, reply: { kind: 'link', title: 't', url: 'u', thumbMediaId: 'm' } })
  assert.deepEqual(sent().link, { title: 't', url: 'u', thumb_media_id: 'm' })
  await sendKfEventReply(api, { code: 'W', reply: { kind: 'text', text: 'x' } })
  assert.deepEqual(sent(), { code: 'W', msgtype: 'text', text: { content: 'x' } })

  assert.deepEqual(await getServiceState(api, 'wk', 'wm'), { state: 3, servicerUserId: 'o' })
  await assert.rejects(getServiceState(api, 'wk', 'wm'), (error: ApiError) => error.kind === 'unreadable')
  const moved = await moveServiceState(api, {
    openKfid: 'wk',
    externalUserId: 'wm',
    state: 3,
    servicerUserId: 'o',
  })
  assert.equal(moved.msgCode, 'K')
  assert.deepEqual(await listServicers(api, 'wk'), [
    { userId: 'o', departmentId: undefined, serving: true },
    { userId: '', departmentId: 2, serving: false },
  ])
  const { customers, unknown } = await getKfCustomers(api, ['wm', 'x'])
  assert.deepEqual([customers[0]?.nickname, customers[0]?.scene, unknown], ['n', 's', ['x']])
})

test('a throttled pull without the callback token leaves the pull with one alone', async (t) => {
  const server = await startAnswering(t, {
    'kf/sync_msg': (heard) =>
      heard.body.includes('token') ? { errcode: 0, msg_list: [] } : { errcode: 45009 },
  })
  const api = server.connect()
  await assert.rejects(
    syncKfMessages(api, { openKfid: 'wk' }),
    (error: ApiError) => error.kind === 'throttled',
  )
  await syncKfMessages(api, { openKfid: 'wk', token: 'T' })
})
