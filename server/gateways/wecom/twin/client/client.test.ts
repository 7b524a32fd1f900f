import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { signJsPage } from '../../calls/sign-js-page.ts'
import { calmTwin } from '../client.fixture.ts'
import { demoCallback } from '../corporation/demo-corporation.ts'

/** A station's server that shows what it was asked, and a twin that knows its address. */
async function viewTwin(t: { after: (end: () => unknown) => void }) {
  const station = createServer((request, response) => {
    response.setHeader('content-security-policy', "script-src 'self'")
    response.setHeader('content-type', request.url?.startsWith('/sidebar/') ? 'text/html' : 'text/plain')
    response.end(
      `<html><head><title>${request.method} ${request.url} ${request.headers.host}</title></head></html>`,
    )
  })
  await new Promise<void>((done) => station.listen(0, '127.0.0.1', done))
  t.after(() => station.close())
  const made = await calmTwin()
  t.after(made.twin.stop)
  const { control, twin } = made
  const [app] = control.corporation.apps()
  const { port } = station.address() as AddressInfo
  const chat = { officer: 'WangJianGuo', kind: 'person', id: '', openKfId: '' } as const
  const { externalUserId: id } = control.people.add({ name: '张阿姨' })
  const page = `${twin.url}/sidebar/430182119/`
  const open = async (query: Record<string, string>) => {
    const answer = await fetch(
      `${twin.url}/chat/sidebar?${new URLSearchParams({ officer: chat.officer, ...query })}`,
      {
        redirect: 'manual',
      },
    )
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return async (name: string, params: Record<string, unknown> = {}, at = page) => {
      const body = JSON.stringify({ name, params, page: at })
      const asked = await fetch(`${twin.url}/emu-client/call`, { method: 'POST', body, headers: { cookie } })
      return (await asked.json()) as Record<string, string>
    }
  }
  const set = () =>
    control.callbacks.keep(app!.name, {
      url: `http://127.0.0.1:${port}/api/wecom/430182119/callback`,
      ...demoCallback,
    })
  const rights = async (given: Record<string, unknown> = {}) => {
    const { ticket } = await made.caller.get('ticket/get', { type: 'agent_config' })
    const [nonceStr, timestamp] = ['nonce', '1601234567']
    const signature = signJsPage(ticket, nonceStr, Number(timestamp), page)
    const jsApiList = ['getContext', 'getCurExternalContact', 'getCurExternalChat', 'sendChatMessage']
    const { corpId } = control.corporation
    return {
      corpid: corpId,
      agentid: String(app!.agentId),
      timestamp,
      nonceStr,
      signature,
      jsApiList,
      ...given,
    }
  }
  return {
    ...made,
    chat: { ...chat, id },
    page,
    open,
    set,
    rights,
    host: `127.0.0.1:${port}`,
    app: app!.name,
  }
}

describe('the web view beside a chat', () => {
  test('shows the station’s own page with the bridge put in, and its headers as they are', async (t) => {
    const { twin, set, page } = await viewTwin(t)
    assert.equal((await fetch(page)).status, 404)
    set()
    const answer = await fetch(page)
    const html = await answer.text()
    assert.match(html, /<head><script src="\/emu-client.js"><\/script><title>GET \/sidebar\/430182119\//)
    assert.ok(html.includes(new URL(twin.url).host), 'by the name it was asked by')
    assert.equal(answer.headers.get('content-security-policy'), "script-src 'self'")
    assert.match(await (await fetch(`${twin.url}/emu-client.js`)).text(), /WeixinJSBridge/)
    assert.match(
      await (await fetch(`${twin.url}/api/session`, { method: 'POST' })).text(),
      /POST \/api\/session/,
    )
    assert.equal((await fetch(`${twin.url}/r/430182119/`)).status, 404)
  })

  test('a page learns and does nothing without our application’s signature of its own address', async (t) => {
    const { control, set, open, rights, chat, page } = await viewTwin(t)
    set()
    const call = await open({ kind: 'person', id: chat.id })
    const refused = 'getCurExternalContact:fail no permission'
    assert.equal((await call('getCurExternalContact')).err_msg, refused)
    const wrong = [
      [await rights({ signature: 'a'.repeat(40) }), 'invalid signature'],
      [await rights({ agentid: '7' }), 'invalid agentid'],
      [await rights({ corpid: 'wwOther' }), 'invalid corpid'],
    ] as const
    for (const [given, why] of wrong)
      assert.equal((await call('agentConfig', given)).err_msg, `agentConfig:fail ${why}`)
    assert.match((await call('agentConfig', await rights(), `${page}?x=1`)).err_msg!, /invalid signature/)
    const given = await rights({ jsApiList: ['getContext', 'getCurExternalContact'] })
    assert.equal((await call('agentConfig', given)).err_msg, 'agentConfig:ok')
    assert.equal((await call('getCurExternalContact')).err_msg, refused)
    const proof = { verifySignature: given.signature }
    assert.equal((await call('getCurExternalContact', proof)).userId, chat.id)
    const send = { ...proof, msgtype: 'text', text: { content: '您好' } }
    assert.equal((await call('sendChatMessage', send)).err_msg, 'sendChatMessage:fail no permission')
    assert.equal((await call('shutDown')).err_msg, 'shutDown:function not exist')
    assert.deepEqual(control.client.linesOf(chat), [])
  })

  test('the trusted domain is the station’s, whose pages are played through the twin’s address', async (t) => {
    const { control, set, open, rights, chat, host, app } = await viewTwin(t)
    set()
    const call = await open({ kind: 'person', id: chat.id })
    control.corporation.setDomain(app, 'elsewhere.test')
    assert.equal((await call('agentConfig', await rights())).err_msg, 'agentConfig:fail no permission')
    control.corporation.setDomain(app, host)
    assert.equal((await call('agentConfig', await rights())).err_msg, 'agentConfig:ok')
    const other = await call('agentConfig', await rights(), 'http://elsewhere.test/sidebar/430182119/')
    assert.equal(other.err_msg, 'agentConfig:fail no permission')
  })

  test('sends into this chat; a group has no contact; of customer service only whom she serves', async (t) => {
    const { control, set, open, rights, chat } = await viewTwin(t)
    set()
    const enter = async (query: Record<string, string>) => {
      const call = await open(query)
      const given = await rights()
      await call('agentConfig', given)
      return (name: string, params = {}) => call(name, { ...params, verifySignature: given.signature })
    }
    const text = (content: string) => ({ msgtype: 'text', text: { content } })
    const beside = await enter({ kind: 'person', id: chat.id })
    assert.equal((await beside('getContext')).entry, 'single_chat_tools')
    assert.equal((await beside('sendChatMessage', text('请带户口簿'))).err_msg, 'sendChatMessage:ok')
    assert.match((await beside('sendChatMessage', text(' '))).err_msg!, /invalid param/)
    assert.match((await beside('sendChatMessage', text('长'.repeat(700)))).err_msg!, /too long/)
    assert.deepEqual(control.client.linesOf(chat), [{ from: 'officer', text: '请带户口簿' }])
    const group = control.groups.create(chat.officer, '东村村群', [chat.id])
    const inGroup = await enter({ kind: 'group', id: String(group) })
    assert.equal((await inGroup('getContext')).entry, 'group_chat_tools')
    assert.equal((await inGroup('getCurExternalChat')).chatId, String(group))
    assert.match((await inGroup('getCurExternalContact')).err_msg!, /without context/)
    const openKfId = control.kf.addAccount('东村服务站')
    control.kf.phone.write(openKfId, chat.id, '在吗')
    const inService = await enter({ kind: 'kf', id: chat.id, kf: openKfId })
    assert.equal((await inService('getContext')).entry, 'single_kf_tools')
    assert.match((await inService('sendChatMessage', text('在'))).err_msg!, /no session/)
  })
})
