import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from '../api/answering-server.fixture.ts'
import type { ApiError } from '../api/api-error.ts'
import { keepConnections } from '../api/keep-connections.ts'
import { addContactWay } from './add-contact-way.ts'
import { addKfDoor } from './add-kf-door.ts'
import { fetchJsTicket } from './fetch-js-ticket.ts'
import { getContact } from './get-contact.ts'
import { getGroup } from './get-group.ts'
import { getKfCustomers } from './get-kf-customers.ts'
import { getMedia } from './get-media.ts'
import { getServiceState } from './get-service-state.ts'
import { getSignedInUser } from './get-signed-in-user.ts'
import { listContacts } from './list-contacts.ts'
import { listContactsOfUsers } from './list-contacts-of-users.ts'
import { listCorpTags } from './list-corp-tags.ts'
import { listFollowUsers } from './list-follow-users.ts'
import { listGroups } from './list-groups.ts'
import { listKfAccounts } from './list-kf-accounts.ts'
import { listServicers } from './list-servicers.ts'
import { markTags } from './mark-tags.ts'
import { moveServiceState } from './move-service-state.ts'
import { remarkContact } from './remark-contact.ts'
import { sendAppMessage } from './send-app-message.ts'
import { sendKfEventReply } from './send-kf-event-reply.ts'
import { sendKfMessage } from './send-kf-message.ts'
import { sendWelcome } from './send-welcome.ts'
import { signInUrlInBrowser, signInUrlInsideClient } from './sign-in-url.ts'
import { signJsPage } from './sign-js-page.ts'
import { syncKfMessages } from './sync-kf-messages.ts'
import { transferContacts } from './transfer-contacts.ts'
import { transferGroups } from './transfer-groups.ts'
import { updateAppCard } from './update-app-card.ts'
import { uploadMedia } from './upload-media.ts'
import type { AppMessage } from './write-app-message.ts'

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

test('contacts, tags, groups, transfers', async (t) => {
  const follow = { userid: 'o', remark: 'r', remark_mobiles: ['1'], add_way: '201', state: 's' }
  const server = await startAnswering(t, {
    'externalcontact/get_follow_user_list': { errcode: 0, follow_user: ['o', '', 'p'] },
    'externalcontact/list': [{ errcode: 84061 }, { errcode: 0, external_userid: ['wm'] }, { errcode: 48002 }],
    'externalcontact/get': {
      errcode: 0,
      external_contact: { external_userid: 'wm', name: 'n', type: 1 },
      follow_user: [{ ...follow, tags: [{ tag_id: 'et', tag_name: 't', group_name: 'g', type: 1 }] }],
    },
    'externalcontact/batch/get_by_user': {
      errcode: 0,
      external_contact_list: [
        { external_contact: { external_userid: 'wm' }, follow_info: { ...follow, tag_id: ['et'] } },
      ],
      next_cursor: '',
    },
    'externalcontact/get_corp_tag_list': {
      errcode: 0,
      tag_group: [{ group_id: 'g', group_name: 'G', tag: [{ id: 'et', name: 'T', order: 1 }] }],
    },
    'externalcontact/groupchat/list': { errcode: 0, group_chat_list: [{ chat_id: 'wr', status: 0 }] },
    'externalcontact/groupchat/get': {
      errcode: 0,
      group_chat: {
        chat_id: 'wr',
        owner: 'o',
        member_list: [
          { userid: 'o', type: 1 },
          { userid: 'wm', type: 2, invitor: { userid: 'o' } },
        ],
        admin_list: [{ userid: 'o' }],
        member_version: 'v',
      },
    },
    'externalcontact/transfer_customer': {
      errcode: 0,
      customer: [{ external_userid: 'wm', errcode: 40128 }],
    },
    'externalcontact/groupchat/onjob_transfer': {
      errcode: 0,
      failed_chat_list: [{ chat_id: 'wr', errcode: 90501 }],
    },
    'externalcontact/add_contact_way': { errcode: 0, config_id: 'c', qr_code: 'q' },
    'externalcontact/remark': { errcode: 0 },
    'externalcontact/mark_tag': { errcode: 0 },
    'externalcontact/send_welcome_msg': { errcode: 0 },
  })
  const api = server.connect()
  const sent = () => JSON.parse(server.heard.at(-1)!.body.toString())

  assert.deepEqual(await listFollowUsers(api), ['o', 'p'])
  assert.deepEqual(await listContacts(api, 'o'), [])
  assert.deepEqual(await listContacts(api, 'o'), ['wm'])
  await assert.rejects(listContacts(api, 'o'))
  const one = await getContact(api, 'wm')
  assert.deepEqual(one.follows[0]?.tags, [{ id: 'et', name: 't', group: 'g', kind: 1 }])
  assert.deepEqual([one.follows[0]?.addWay, one.contact.name, one.nextCursor], [201, 'n', ''])
  const { pairs } = await listContactsOfUsers(api, ['o'])
  assert.deepEqual(pairs[0]?.follow.tags, [{ id: 'et', name: '', group: '', kind: 1 }])
  assert.equal((await listCorpTags(api))[0]?.tags[0]?.name, 'T')
  assert.deepEqual(await listGroups(api, { ownerIds: ['o'] }), {
    groups: [{ chatId: 'wr', status: 0 }],
    nextCursor: '',
  })
  assert.deepEqual(sent(), { status_filter: 0, owner_filter: { userid_list: ['o'] }, limit: 1000 })
  const group = await getGroup(api, 'wr')
  assert.deepEqual(
    [group.version, group.members[1]?.invitedBy, group.members[1]?.isMember],
    ['v', 'o', false],
  )
  const transfer = { fromUserId: 'o', toUserId: 'p', externalUserIds: ['wm'] }
  assert.deepEqual(await transferContacts(api, transfer), [{ externalUserId: 'wm', errcode: 40128 }])
  assert.deepEqual(await transferGroups(api, ['wr'], 'p'), [{ chatId: 'wr', errcode: 90501 }])
  assert.deepEqual(await addContactWay(api, { userIds: ['o'], state: 's' }), { configId: 'c', qrCode: 'q' })
  assert.deepEqual(sent(), { type: 1, scene: 2, user: ['o'], state: 's', skip_verify: true })
  await remarkContact(api, 'o', 'wm', { mobiles: [] })
  assert.deepEqual(sent(), { userid: 'o', external_userid: 'wm', remark_mobiles: [''] })
  await markTags(api, 'o', 'wm', { add: ['et'] })
  assert.deepEqual(sent(), { userid: 'o', external_userid: 'wm', add_tag: ['et'] })
  await sendWelcome(api, 'W', 'hi')
  assert.deepEqual(sent(), { welcome_code: 'W', text: { content: 'hi' } })
})

test('messages to officers, sign-in, tickets', async (t) => {
  const server = await startAnswering(t, {
    'message/send': { errcode: 0, msgid: 'm', invaliduser: 'a|b', response_code: 'r' },
    'message/update_template_card': { errcode: 0 },
    'auth/getuserinfo': [
      { errcode: 0, userid: 'o' },
      { errcode: 0, openid: 'x', external_userid: 'wm' },
    ],
    get_jsapi_ticket: { errcode: 0, ticket: 'J', expires_in: 7200 },
    'ticket/get': { errcode: 0, ticket: 'A', expires_in: 7200 },
  })
  const api = server.connect()
  const sent = () => JSON.parse(server.heard.at(-1)!.body.toString())
  const buttons: AppMessage = {
    kind: 'buttons',
    title: '紧急',
    url: 'https://a',
    taskId: 't',
    buttons: [{ text: '我来', key: 'take' }],
  }
  const result = await sendAppMessage(api, { agentId: 1, userIds: ['A', 'b', 'c'], message: buttons })
  assert.deepEqual(result, { msgid: 'm', invalidUserIds: ['a', 'b'], responseCode: 'r' })
  assert.equal(sent().touser, 'A|b|c')
  assert.equal(sent().template_card.button_list[0].key, 'take')
  await sendAppMessage(api, { agentId: 1, userIds: ['a'], message: { kind: 'text', text: 'x' } })
  assert.deepEqual(sent().text, { content: 'x' })
  await updateAppCard(api, { agentId: 1, userIds: ['a'], responseCode: 'r', words: '已接手' })
  assert.deepEqual(sent().button, { replace_name: '已接手' })
  assert.deepEqual(await getSignedInUser(api, 'c'), { userId: 'o' })
  assert.equal(await getSignedInUser(api, 'c'), undefined)
  assert.equal((await fetchJsTicket(api, 'corporation')).value, 'J')
  assert.equal((await fetchJsTicket(api, 'application')).value, 'A')
  assert.equal(server.heard.at(-1)?.query.get('type'), 'agent_config')
  const signature = signJsPage('mock-ticket', 'mock-nonce', 1601234567, 'https://www.easywechat.com/#a')
  assert.equal(signature, '22772d2fb393ab9f7f6a5a54168a566fbf1ab767')
  const signIn = { corpId: 'ww', agentId: 1, redirectUri: 'https://a/b?c=d', state: 's' }
  const inside = signInUrlInsideClient({ ...signIn, host: 'https://open.weixin.qq.com' })
  assert.match(
    inside,
    /authorize\?appid=ww&redirect_uri=https%3A%2F%2Fa%2Fb%3Fc%3Dd&.*agentid=1#wechat_redirect$/,
  )
  assert.match(
    signInUrlInBrowser({ ...signIn, host: 'https://gov.example' }),
    /^https:\/\/gov\.example\/wwlogin/,
  )
})

test('media: bytes with their name, or a refusal as JSON; cut off at the limit; uploaded as a form', async (t) => {
  const bytes = Buffer.from('0123456789')
  const file = (type: string, name: string) => (_: unknown, response: import('node:http').ServerResponse) => {
    const disposition = Buffer.from(`attachment; filename="${name}"`).toString('latin1')
    response.writeHead(200, { 'content-type': type, 'content-disposition': disposition }).end(bytes)
  }
  const server = await startAnswering(t, {
    'media/get': [
      file('image/jpeg', '../照片.jpg'),
      file('application/json', 'list.json'),
      { errcode: 40007, errmsg: 'invalid media_id' },
      { errcode: 42001 },
      file('audio/amr', 'a.amr'),
      file('audio/amr', 'a.amr'),
    ],
    'media/upload': { errcode: 0, errmsg: '', type: 'image', media_id: 'M', created_at: '1380000000' },
  })
  const api = server.connect()
  const read = async (limit?: number) => {
    const media = await getMedia(api, 'M', limit)
    const chunks: Buffer[] = []
    for await (const chunk of media.bytes) chunks.push(chunk)
    return [media.type, media.name, Buffer.concat(chunks).toString()]
  }
  assert.deepEqual(await read(), ['image/jpeg', '照片.jpg', '0123456789'])
  assert.deepEqual(await read(), ['application/json', 'list.json', '0123456789'])
  await assert.rejects(read(), (error: ApiError) => error.errcode === 40007)
  assert.equal((await read())[0], 'audio/amr')
  assert.equal(server.count('gettoken'), 2)
  await assert.rejects(read(9), (error: ApiError) => error.kind === 'unreadable')

  const upload = {
    kind: 'image',
    name: '照片.jpg',
    type: 'image/jpeg',
    bytes: new Uint8Array(bytes),
  } as const
  assert.deepEqual(await uploadMedia(api, upload), { mediaId: 'M', createdAt: 1380000000 })
  const heard = server.heard.at(-1)!
  assert.match(heard.type, /^multipart\/form-data; boundary=/)
  assert.match(
    heard.body.toString(),
    /name="media"; filename="照片.jpg"\r\nContent-Type: image\/jpeg\r\n\r\n0123456789\r\n/,
  )
})

test('connections are kept apart by secret', () => {
  const connectionOf = keepConnections(2)
  const config = { baseUrl: 'https://a', corpId: 'ww', secret: 's' }
  const one = connectionOf(config)
  assert.equal(connectionOf({ ...config }), one)
  assert.notEqual(connectionOf({ ...config, secret: 't' }), one)
  assert.notEqual(connectionOf({ ...config, corpId: 'wx' }), one)
  assert.notEqual(connectionOf(config), one)
})
