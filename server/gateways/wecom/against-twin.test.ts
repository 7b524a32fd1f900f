import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { ApiError } from './api/api-error.ts'
import { connectApi } from './api/connect-api.ts'
import { addContactWay } from './calls/add-contact-way.ts'
import { addKfDoor } from './calls/add-kf-door.ts'
import { fetchJsTicket } from './calls/fetch-js-ticket.ts'
import { getContact } from './calls/get-contact.ts'
import { getGroup } from './calls/get-group.ts'
import { getKfCustomers } from './calls/get-kf-customers.ts'
import { getMedia } from './calls/get-media.ts'
import { getServiceState } from './calls/get-service-state.ts'
import { getSignedInUser } from './calls/get-signed-in-user.ts'
import { listContacts } from './calls/list-contacts.ts'
import { listContactsOfUsers } from './calls/list-contacts-of-users.ts'
import { listCorpTags } from './calls/list-corp-tags.ts'
import { listFollowUsers } from './calls/list-follow-users.ts'
import { listGroups } from './calls/list-groups.ts'
import { listKfAccounts } from './calls/list-kf-accounts.ts'
import { listServicers } from './calls/list-servicers.ts'
import { markTags } from './calls/mark-tags.ts'
import { moveServiceState } from './calls/move-service-state.ts'
import type { KfMessage } from './calls/read-kf-message.ts'
import { remarkContact } from './calls/remark-contact.ts'
import { sendAppMessage } from './calls/send-app-message.ts'
import { sendKfEventReply } from './calls/send-kf-event-reply.ts'
import { sendKfMessage } from './calls/send-kf-message.ts'
import { sendWelcome } from './calls/send-welcome.ts'
import { syncKfMessages } from './calls/sync-kf-messages.ts'
import { transferContacts } from './calls/transfer-contacts.ts'
import { transferGroups } from './calls/transfer-groups.ts'
import { uploadMedia } from './calls/upload-media.ts'
import { readAesKey } from './cipher.ts'
import { openCallback } from './open-callback.ts'
import { openVerification } from './open-verification.ts'
import { type CallbackEvent, readCallbackEvent } from './read-callback-event.ts'
import { makePhoto } from './twin/media/make-photo.ts'
import { startTwin } from './twin/start-twin.ts'

/** The twin with its oddities on, under a path of its own, and a client of its first application. */
async function meet(stop: (work: () => Promise<void>) => void) {
  const twin = await startTwin({ http: { pathPrefix: '/gov' }, answers: { variants: 0.5 } })
  stop(twin.stop)
  const app = twin.control.corporation.apps()[0]!
  const { corpId } = twin.control.corporation
  const api = connectApi({
    baseUrl: twin.url,
    corpId,
    secret: app.secrets[0]!.secret,
    now: () => twin.control.clock.now(),
    wait: async () => {},
  })
  return { twin, api, app, control: twin.control, corpId }
}

test('customer service, from the door to the hand-over', async (t) => {
  const { api, control, twin } = await meet((stop) => t.after(stop))
  const openKfid = control.kf.addAccount('一号门')
  control.kf.addServicer(openKfid, 'WangJianGuo')
  const { externalUserId } = control.people.add({ name: '张阿姨' })
  assert.deepEqual(
    (await listKfAccounts(api)).map((account) => [account.openKfid, account.name]),
    [[openKfid, '一号门']],
  )
  control.kf.phone.enterByLink(await addKfDoor(api, openKfid, 'door', '三组=0312'), externalUserId)
  const photo = await makePhoto()
  const upload = {
    kind: 'image',
    name: '照片.jpg',
    type: 'image/jpeg',
    bytes: new Uint8Array(photo),
  } as const
  const { mediaId } = await uploadMedia(api, upload)
  control.kf.phone.write(openKfid, externalUserId, '您好')

  const messages: KfMessage[] = []
  for (let cursor = '', more = true; more; ) {
    const page = await syncKfMessages(api, { openKfid, cursor, token: control.kf.token(openKfid), limit: 2 })
    messages.push(...page.messages)
    cursor = page.nextCursor
    more = page.hasMore
  }
  const entered = messages[0]!.content
  assert.ok(entered.kind === 'entered' && entered.scene === 'door' && entered.sceneParam === '三组=0312')
  assert.ok(
    messages.every((message) => message.openKfid === openKfid && message.externalUserId === externalUserId),
  )
  assert.deepEqual(messages.at(-1)!.content, { kind: 'text', text: '您好', menuId: '' })

  const reply = { kind: 'menu', head: '请选', items: [{ kind: 'click', id: '1', text: '开证明' }] } as const
  const to = { openKfid, externalUserId }
  await sendKfEventReply(api, { code: entered.welcomeCode, reply: { ...reply, items: [...reply.items] } })
  assert.deepEqual(
    await sendKfMessage(api, { ...to, msgid: 'our-1', reply: { kind: 'text', text: '收到' } }),
    {
      msgid: 'our-1',
    },
  )
  await sendKfMessage(api, { ...to, msgid: 'our-2', reply: { kind: 'image', mediaId } })
  await assert.rejects(sendKfMessage(api, { ...to, msgid: 'our-1', reply: { kind: 'text', text: '收到' } }))
  const { customers, unknown } = await getKfCustomers(api, [externalUserId, 'wmNobody'])
  assert.deepEqual([customers[0]?.nickname, unknown], ['张阿姨', ['wmNobody']])

  assert.deepEqual((await listServicers(api, openKfid))[0], {
    userId: 'WangJianGuo',
    departmentId: undefined,
    serving: true,
  })
  assert.equal((await getServiceState(api, openKfid, externalUserId)).state, 0)
  await moveServiceState(api, { ...to, state: 3, servicerUserId: 'WangJianGuo' })
  const moved = await getServiceState(api, openKfid, externalUserId)
  assert.deepEqual(moved, { state: 3, servicerUserId: 'WangJianGuo' })
  const late = sendKfMessage(api, { ...to, msgid: 'our-3', reply: { kind: 'text', text: 'x' } })
  await assert.rejects(late, (error: ApiError) => error.errcode === 95018)

  const media = await getMedia(api, mediaId)
  const chunks: Buffer[] = []
  for await (const chunk of media.bytes) chunks.push(chunk)
  assert.deepEqual(Buffer.concat(chunks), Buffer.from(photo))
  await assert.rejects(getMedia(api, 'nothing'), (error: ApiError) => error.errcode === 40007)
  assert.deepEqual(twin.control.warnings, [])
})

test('contacts and groups, messages to officers, sign-in', async (t) => {
  const { api, control, app } = await meet((stop) => t.after(stop))
  const [one, two] = ['WangJianGuo', 'LiXiuYing']
  const { externalUserId } = control.people.add({ name: '张阿姨' })
  const way = await addContactWay(api, { userIds: [one!], state: 'door-1', remark: '窗口' })
  assert.ok(way.configId && way.qrCode)
  const welcomeCode = control.contacts.add(one!, externalUserId, { state: 'door-1' })
  await sendWelcome(api, welcomeCode!, '您好')
  assert.ok((await listFollowUsers(api)).includes(one!))
  assert.deepEqual(await listContacts(api, one!), [externalUserId])
  assert.deepEqual(await listContacts(api, 'ChenHao'), [])
  const tagId = control.contacts.addTag('村', '东村')
  await markTags(api, one!, externalUserId, { add: [tagId] })
  await remarkContact(api, one!, externalUserId, { remark: '张家', mobiles: ['13800000000'] })
  const contact = await getContact(api, externalUserId)
  const follow = contact.follows[0]!
  assert.deepEqual([follow.remark, follow.state, follow.tags[0]?.name], ['张家', 'door-1', '东村'])
  const { pairs } = await listContactsOfUsers(api, [one!, two!])
  assert.deepEqual([pairs[0]?.contact.name, pairs[0]?.follow.tags[0]?.id], ['张阿姨', tagId])
  assert.equal((await listCorpTags(api))[0]?.tags[0]?.id, tagId)

  const chatId = control.groups.create(one!, '东村群', [two!, externalUserId])
  assert.deepEqual((await listGroups(api, { ownerIds: [one!] })).groups, [{ chatId, status: 0 }])
  const group = await getGroup(api, chatId)
  assert.deepEqual([group.ownerId, group.members.length, group.members[2]?.isMember], [one, 3, false])
  const transfer = { fromUserId: one!, toUserId: two!, externalUserIds: [externalUserId] }
  assert.deepEqual(await transferContacts(api, transfer), [{ externalUserId, errcode: 0 }])
  assert.deepEqual(await transferGroups(api, [chatId], two!), [])

  const message = {
    kind: 'buttons' as const,
    title: '紧急求助',
    url: 'https://lianxinqiao.example/',
    taskId: 'task-1',
    buttons: [{ text: '我来', key: 'take' }],
  }
  const sent = await sendAppMessage(api, { agentId: app.agentId, userIds: [one!, 'Nobody'], message })
  assert.deepEqual(sent.invalidUserIds, ['nobody'])
  assert.ok(sent.msgid && sent.responseCode)
  assert.deepEqual(await getSignedInUser(api, control.login.code(one!, app.name)), { userId: one })
  assert.equal(await getSignedInUser(api, control.login.code(externalUserId, app.name)), undefined)
  assert.ok(
    (await fetchJsTicket(api, 'corporation')).value && (await fetchJsTicket(api, 'application')).value,
  )
  assert.deepEqual(control.warnings, [])
})

test('callbacks, from saving the address on', async (t) => {
  const { control, app, corpId } = await meet((stop) => t.after(stop))
  const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
  const seals = [{ token: 'tokenOfTheTest', key: readAesKey(encodingAesKey), receiveId: corpId }]
  const events: CallbackEvent[] = []
  const server = createServer(async (request, response) => {
    const query = request.url!.split('?')[1] ?? ''
    if (request.method === 'GET') return response.end(openVerification(query, seals).message)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    events.push(readCallbackEvent(openCallback(query, Buffer.concat(chunks), seals).root))
    return response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wecom`
  await control.callbacks.save(app.name, { url, token: 'tokenOfTheTest', encodingAesKey })
  const openKfid = control.kf.addAccount('一号门')
  const { externalUserId } = control.people.add({ name: '张阿姨' })
  control.kf.phone.write(openKfid, externalUserId, '您好')
  control.contacts.add('WangJianGuo', externalUserId, { state: 'door-1' })
  control.groups.join(control.groups.create('WangJianGuo', '东村群'), [externalUserId])
  await control.callbacks.idle()
  const kinds = new Set(events.map((event) => event.kind))
  for (const kind of ['kf_waiting', 'contact', 'chat'] as const) assert.ok(kinds.has(kind), kind)
  const joined = events.find((event) => event.kind === 'chat' && event.updateDetail === 'add_member')
  assert.ok(joined?.kind === 'chat' && joined.members.includes(externalUserId) && joined.currentVersion)
  const waiting = events.find((event) => event.kind === 'kf_waiting')
  assert.ok(waiting?.kind === 'kf_waiting' && waiting.openKfid === openKfid && waiting.token)
})
