import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startAnswering } from '../api/answering-server.fixture.ts'
import type { ApiError } from '../api/api-error.ts'
import { keepConnections } from '../api/keep-connections.ts'
import { fetchJsTicket } from './fetch-js-ticket.ts'
import { getMedia } from './get-media.ts'
import { getSignedInUser } from './get-signed-in-user.ts'
import { sendAppMessage } from './send-app-message.ts'
import { signInUrlInBrowser, signInUrlInsideClient } from './sign-in-url.ts'
import { signJsPage } from './sign-js-page.ts'
import { updateAppCard } from './update-app-card.ts'
import { uploadMedia } from './upload-media.ts'
import type { AppMessage } from './write-app-message.ts'

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
