import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'

const minute = 60_000

describe('signing in by WeCom', () => {
  test('E23 a code works once and for five minutes; an outsider has no userid', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const ask = (code: string) => caller.get('auth/getuserinfo', { code })
    const code = control.login.code('WangJianGuo', 'workbench', true)
    const member = await ask(code)
    assert.equal(member.userid, 'WangJianGuo')
    const detail = await caller.post('auth/getuserdetail', { user_ticket: member.user_ticket })
    assert.equal(detail.userid, 'WangJianGuo')
    assert.equal((await ask(code)).errcode, 42022)
    assert.equal((await ask('never')).errcode, 40029)
    const late = control.login.code('WangJianGuo', 'workbench')
    await control.clock.advance(5 * minute)
    assert.equal((await ask(late)).errcode, 42003)
    const { externalUserId } = control.people.add()
    const outsider = await ask(control.login.code(externalUserId, 'workbench'))
    assert.deepEqual([outsider.errcode, outsider.userid], [0, undefined])
    assert.equal(outsider.external_userid, externalUserId)
    control.corporation.setVisible('workbench', ['LiXiuYing'])
    assert.equal((await ask(control.login.code('WangJianGuo', 'workbench'))).errcode, 50002)
  })

  test('E23 both login pages ask who one is and lead back with code and state', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const { corpId } = control.corporation
    const back = 'https://station.example/login'
    for (const path of ['/connect/oauth2/authorize', '/wwlogin/sso/login']) {
      const query = new URLSearchParams({
        appid: corpId,
        agentid: '1000002',
        redirect_uri: back,
        state: 'abc123',
      })
      const page = await (await fetch(`${twin.url}${path}?${query}`)).text()
      assert.match(page, /王建国/)
      query.set('as', 'WangJianGuo')
      const answer = await fetch(`${twin.url}${path}?${query}`, { redirect: 'manual' })
      const target = new URL(answer.headers.get('location')!)
      assert.equal(target.searchParams.get('state'), 'abc123')
      const code = target.searchParams.get('code')!
      assert.equal((await caller.get('auth/getuserinfo', { code })).userid, 'WangJianGuo')
    }
    control.corporation.apps()[0]!.redirectDomain = 'other.example'
    const query = new URLSearchParams({ appid: corpId, redirect_uri: back })
    assert.equal((await fetch(`${twin.url}/connect/oauth2/authorize?${query}`)).status, 400)
  })

  test('tickets of the JS-SDK are kept and given again', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const first = await caller.get('get_jsapi_ticket')
    await control.clock.advance(minute)
    const second = await caller.get('get_jsapi_ticket')
    assert.equal(second.ticket, first.ticket)
    assert.equal(second.expires_in, 7140)
    assert.notEqual((await caller.get('ticket/get', { type: 'agent_config' })).ticket, first.ticket)
    assert.equal((await caller.get('ticket/get', { type: 'wx_card' })).errcode, 91040)
  })
})
