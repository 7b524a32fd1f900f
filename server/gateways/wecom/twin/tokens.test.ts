import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin, createCaller } from './client.fixture.ts'
import { demoApp } from './corporation/demo-corporation.ts'

const hour = 3_600_000

describe('gettoken and what stands before every call', () => {
  test('E1 a refusal is HTTP 200 with a number, a hint, an address and a link; its words change', async (t) => {
    const { twin, caller } = await calmTwin({ answers: { varyWording: true } })
    t.after(twin.stop)
    const answer = await caller.ask('GET', 'media/get', { access_token: 'none' })
    assert.equal(answer.status, 200)
    const told = new Set<string>()
    for (let count = 0; count < 20; count++) {
      const { errcode, errmsg } = await caller.get('media/get', { media_id: 'none' })
      assert.equal(errcode, 40007)
      assert.match(errmsg, /hint: \[\d+\], from ip: 127\.0\.0\.1, more info at https:\/\/.*e=40007$/)
      told.add(errmsg.split(', hint')[0])
    }
    assert.ok(told.size > 1)
  })

  test('E2 one token a secret, the same on repeat, in the query only', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const first = await caller.gettoken()
    assert.equal(first.expires_in, 7200)
    await control.clock.advance(hour)
    const second = await caller.gettoken()
    assert.equal(second.access_token, first.access_token)
    assert.equal(second.expires_in, 3600)
    const body = JSON.stringify({ access_token: first.access_token })
    assert.equal((await (await caller.ask('POST', 'kf/account/list', {}, body)).json()).errcode, 41001)
    const other = control.corporation.rotateSecret('workbench', hour)
    assert.notEqual((await caller.gettoken(other)).access_token, first.access_token)
  })

  test('E3 an old token, an unknown one, none, a revoked one, a wrong secret, and the guesser shut out', async (t) => {
    const { twin, control, caller } = await calmTwin({ tokens: { wrongSecretsPerHour: 3 } })
    t.after(twin.stop)
    const code = async (token?: string) => {
      const query: Record<string, string> = token === undefined ? {} : { access_token: token }
      return (await (await caller.ask('GET', 'getcallbackip', query)).json()).errcode
    }
    const token = await caller.token()
    assert.equal(await code(token), 0)
    assert.equal(await code('unknown'), 40014)
    assert.equal(await code(), 41001)
    await control.clock.advance(2 * hour)
    assert.equal(await code(token), 42001)
    const next = (await caller.gettoken()).access_token
    control.corporation.revokeTokens('workbench')
    assert.equal(await code(next), 40014)
    for (let count = 0; count < 3; count++) assert.equal((await caller.gettoken('wrong')).errcode, 40001)
    assert.equal((await caller.gettoken()).errcode, 45009)
    await control.clock.advance(hour)
    assert.equal((await caller.gettoken()).errcode, 0)
  })

  test('E4 an app may call what it was granted', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const openKfId = control.kf.addAccount('一号门')
    control.corporation.revoke('workbench', 'kf')
    assert.equal((await caller.post('kf/account/list')).errcode, 48002)
    control.corporation.grant('workbench', 'kf')
    assert.equal((await caller.post('kf/account/list')).account_list.length, 1)
    control.kf.grant('workbench', [])
    assert.equal((await caller.get('kf/servicer/list', { open_kfid: openKfId })).errcode, 48007)
    assert.equal((await caller.get('kf/servicer/list', { open_kfid: 'wkOther' })).errcode, 95000)
  })

  test('E4 a token of one app does not speak for another', async (t) => {
    const { twin, control } = await calmTwin()
    t.after(twin.stop)
    const secret = 'EMUsecret-second'
    control.corporation.addApp({
      ...demoApp,
      name: 'second',
      agentId: 1000003,
      secret,
      permissions: ['message'],
    })
    const second = createCaller(twin, secret)
    const body = { touser: 'LiXiuYing', msgtype: 'text', agentid: 1000002, text: { content: '您好' } }
    assert.equal((await second.post('message/send', body)).errcode, 301002)
    assert.equal((await second.post('message/send', { ...body, agentid: 1000003 })).errcode, 0)
    assert.equal((await second.get('externalcontact/get_follow_user_list')).errcode, 48002)
  })

  test('E5 an address that is not trusted, a minute after the list was changed', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    control.corporation.trustAddresses(['192.0.2.1'])
    assert.equal((await caller.get('getcallbackip')).errcode, 0)
    await control.clock.advance(60_000)
    assert.equal((await caller.get('getcallbackip')).errcode, 60020)
    assert.equal((await caller.gettoken()).errcode, 60020)
  })

  test('E6 too many calls in a window shut the call for as long as the window', async (t) => {
    const { twin, control, caller } = await calmTwin({
      rates: { corporationMinute: 3, listTakesMs: 30, parallelLists: 2 },
    })
    t.after(twin.stop)
    const code = async () => (await caller.get('getcallbackip')).errcode
    assert.deepEqual([await code(), await code(), await code(), await code()], [0, 0, 0, 45009])
    await control.clock.advance(59_000)
    assert.equal(await code(), 45009)
    await control.clock.advance(1000)
    assert.equal(await code(), 0)
    const lists = await Promise.all([1, 2, 3].map(() => caller.post('kf/account/list')))
    assert.deepEqual(lists.map(({ errcode }) => errcode).sort(), [0, 0, 45033])
    control.faults.next('media/get', { kind: 'errcode', errcode: -1 })
    assert.equal((await caller.get('media/get', { media_id: 'x' })).errcode, -1)
  })

  test('E7 too long, empty, wrong method, wrong JSON; an unknown field is only warned of', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const openKfId = control.kf.addAccount('一号门')
    const code = async (path: string, body: unknown) => (await caller.post(path, body)).errcode
    assert.equal(await code('kf/add_contact_way', { open_kfid: openKfId, scene: 'x'.repeat(33) }), 40058)
    assert.equal(await code('kf/add_contact_way', { open_kfid: openKfId, scene: '' }), 40058)
    assert.equal(await code('kf/add_contact_way', { open_kfid: '' }), 40063)
    assert.equal(await code('kf/customer/batchget', { external_userid_list: Array(101).fill('x') }), 40058)
    assert.equal((await caller.get('kf/add_contact_way', { open_kfid: openKfId })).errcode, 40058)
    assert.equal(await code('kf/servicer/list', {}), 40058)
    const query = { access_token: await caller.token() }
    const broken = await (await caller.ask('POST', 'kf/account/list', query, '{"limit": ')).json()
    assert.match(broken.errmsg, /wrong json format/)
    const odd = await caller.post('kf/account/list', { msgcursorid: 'x' })
    assert.equal(odd.errcode, 0)
    assert.match(odd.errmsg, /unknown field msgcursorid/)
    assert.deepEqual(
      control.warnings.map(({ path, text }) => [path, text]),
      [['kf/account/list', 'unknown field msgcursorid']],
    )
  })

  test('E25 a success may carry an empty errmsg, unknown fields, numbers as text, optional ones left out', async (t) => {
    const { twin, control, caller } = await calmTwin({ answers: { variants: 0.5 } })
    t.after(twin.stop)
    const openKfId = control.kf.addAccount('一号门')
    const { externalUserId } = control.people.add()
    control.kf.phone.write(openKfId, externalUserId, '您好')
    const seen = { empty: 0, unknown: 0, text: 0, left: 0 }
    for (let count = 0; count < 40; count++) {
      const answer = await caller.post('kf/customer/batchget', { external_userid_list: [externalUserId] })
      assert.equal(answer.errcode, 0)
      const [customer] = answer.customer_list
      if (answer.errmsg === '') seen.empty++
      if ('emu_new_field' in answer) seen.unknown++
      if (typeof customer.gender === 'string') seen.text++
      if (!('unionid' in customer)) seen.left++
    }
    for (const [name, count] of Object.entries(seen)) assert.ok(count > 5 && count < 35, `${name} ${count}`)
  })

  test('E27 everything stands under a path prefix and links begin with the given address', async (t) => {
    const { twin, control, caller } = await calmTwin({
      http: { pathPrefix: '/zwwx', publicUrl: 'https://wx.gov.example/zwwx' },
    })
    t.after(twin.stop)
    assert.match(twin.url, /\/zwwx$/)
    assert.equal((await caller.get('getcallbackip')).errcode, 0)
    assert.equal((await fetch(`${new URL(twin.url).origin}/cgi-bin/gettoken`)).status, 404)
    assert.match(
      control.kf.door(control.kf.addAccount('一号门')),
      /^https:\/\/wx\.gov\.example\/zwwx\/kfid\//,
    )
  })

  test('the same seed draws the same ids', async (t) => {
    const ids = []
    for (let count = 0; count < 2; count++) {
      const { twin, control } = await calmTwin({ answers: { seed: 7 } })
      t.after(twin.stop)
      ids.push(control.people.add().externalUserId)
    }
    assert.equal(ids[0], ids[1])
  })
})
