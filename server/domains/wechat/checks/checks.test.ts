import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WechatCheck, WechatStatus } from '../../../../contract/wechat.ts'
import { demoCallback } from '../../../gateways/wecom/twin/corporation/demo-corporation.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { bindMember } from '../../officers/wecom/bind-member.ts'
import { startChannel, until } from '../wechat.fixture.ts'

const host = 'workbench.test'
const channel = await startChannel({ twin: { corporation: { trustedIpsApplyAfterMs: 0 } } })
const { control, openKfid, wecomApp, world, context } = channel
const { stationId, officers } = world
const { corporation, callbacks } = control
const app = wecomApp.name
const administrator = channel.as('administrator')
const [wang, li] = corporation.members().map(({ userid }) => userid) as [string, string]

const checks = async () =>
  (
    await administrator({ method: 'POST', url: '/api/wechat/checks', headers: { host } })
  ).json() as WechatCheck[]
const stepOf = async (step: string) => {
  const found = (await checks()).find((check) => check.step === step)
  assert.ok(found, step)
  return found
}
const status = async () => (await administrator({ url: '/api/wechat' })).json() as WechatStatus
const heard = async (source: string) => (await status()).sources.find((each) => each.source === source)!

/** While something is wrong over there its step is red, with the page where it is mended; the others stay green. */
async function expectRed(step: string, says: RegExp, besides: string[] = []): Promise<void> {
  const all = await checks()
  const red = all.filter(({ ok }) => !ok)
  assert.deepEqual(
    red.map((check) => check.step).toSorted(),
    [step, ...besides].toSorted(),
    JSON.stringify(red),
  )
  assert.match(red.find((check) => check.step === step)!.words, says)
}

test('nothing was heard of two places: they are not green, and it is said what stays silent', async () => {
  corporation.setDomain(app, host)
  control.kf.phone.write(openKfid, channel.person('张阿姨'), '在吗')
  await until('the customer service is heard', async () => (await heard('customer_service')).heardAt)
  const silent = (await checks()).filter(({ unsure }) => unsure)
  assert.deepEqual(
    silent.map(({ step, ok }) => [step, ok]),
    [
      ['callback_application', false],
      ['callback_contacts', false],
    ],
  )
  assert.match(silent[0]!.words, /还没有收到过.*我来接.*设置 API 接收/)
  assert.match(silent[1]!.words, /还没有收到过.*问候.*客户联系 → API → 接收事件服务器/)
})

test('a place that was forgotten stays unheard, whatever comes from the others; set up, it is heard', async () => {
  const { url, token, encodingAesKey } = { url: channel.callbackUrl, ...demoCallback }
  callbacks.forget(app, ['contacts', 'application'])
  control.contacts.add(wang, channel.person('李大山'))
  control.messages.write(app, wang, '在吗')
  await callbacks.idle()
  assert.equal((await heard('contacts')).heardAt, null)
  assert.equal((await heard('application')).heardAt, null)
  for (const at of ['contacts', 'application'] as const)
    assert.deepEqual(await callbacks.save(app, { url, token, encodingAesKey }, 0, [at]), { saved: true })
  control.contacts.add(wang, channel.person('周小梅'))
  control.messages.write(app, wang, '在吗')
  await until('contacts are heard', async () => (await heard('contacts')).signedWith === 'new')
  await until('the application is heard', async () => (await heard('application')).signedWith === 'new')
  assert.deepEqual(
    (await checks()).filter(({ ok }) => !ok),
    [],
  )
  assert.equal(control.messages.all().length, 0, 'the check sent nobody a message')
})

test('another AgentId, a stopped application, nobody who sees it', async () => {
  const { query } = channel
  await query('update wechat_channels set agent_id = agent_id + 1 where station_id = $1', [stationId])
  await expectRed('application', /AgentId 不是同一个应用.*自建应用/)
  await query('update wechat_channels set agent_id = null where station_id = $1', [stationId])
  await expectRed('application', /还没有填应用的 AgentId/)
  await query('update wechat_channels set agent_id = $2 where station_id = $1', [stationId, wecomApp.agentId])
  corporation.close(app, true)
  await expectRed('application', /已停用.*重新启用/, ['messages'])
  corporation.close(app, false)
  corporation.setVisible(app, [])
  assert.match((await stepOf('application')).words, /可见范围里没有人/)
  corporation.setVisible(app, 'all')
})

test('a right that was taken away is red: messages, 客户联系, 微信客服, an account in use', async () => {
  corporation.revoke(app, 'contact')
  await expectRed('contacts', /不能用.*客户联系 → API → 可调用接口的应用/)
  corporation.grant(app, 'contact')
  corporation.revoke(app, 'message')
  await expectRed('messages', /不能给民警发提醒/)
  corporation.grant(app, 'message')
  corporation.revoke(app, 'kf')
  await expectRed('accounts', /微信客服 → API → 可调用接口的应用/)
  corporation.grant(app, 'kf')
  const other = control.kf.addAccount('西村服务站')
  await until('both are granted', async () => /西村服务站/.test((await stepOf('accounts')).words))
  // Another one is still granted, and the one that residents write to is not.
  callbacks.script('drop')
  control.kf.grant(app, [other])
  await expectRed('accounts', /东村服务站 在用，却不再授权/)
  callbacks.script('drop')
  control.kf.grant(app, [other, openKfid])
})

test('an officer whom the application does not see is named', async () => {
  await inStation(context.pool, stationId, (tx) =>
    bindMember(tx, { kind: 'officer', id: officers.administrator }, officers.officer, li),
  )
  corporation.setVisible(app, [wang])
  await expectRed('members', /李民警 不在应用的可见范围内.*可见范围/)
  corporation.setVisible(app, 'all')
  assert.equal((await stepOf('members')).ok, true)
})

test('the trusted domain is compared with where the workbench is opened; untold is not green', async () => {
  corporation.setDomain(app, 'old.test')
  await expectRed('domain', /可信域名是 old\.test，而工作台的网址是 workbench\.test/)
  corporation.setDomain(app, '')
  await expectRed('domain', /还没有设置可信域名.*网页授权及JS-SDK/)
  corporation.setDomain(app, null)
  assert.equal((await stepOf('domain')).unsure, true)
  corporation.setDomain(app, host)
})

test('a place that kept the old key is told as old, the others as new', async () => {
  const next = { token: 'NextToken', encodingAesKey: 'NEXTkeyNEXTkeyNEXTkeyNEXTkeyNEXTkeyNEXTkey0' }
  await channel.setUp({
    ...{ corpId: corporation.corpId, baseUrl: channel.twin.url, overlapSeconds: 600 },
    ...{ callbackToken: next.token, encodingAesKey: next.encodingAesKey },
  })
  callbacks.keep(app, { url: channel.callbackUrl, ...next }, 0, ['customer_service', 'application'])
  control.kf.phone.write(openKfid, channel.person('陈大爷'), '在吗')
  control.contacts.add(wang, channel.person('王大爷'))
  await until('the new key', async () => (await heard('customer_service')).signedWith === 'new')
  assert.equal((await heard('contacts')).signedWith, 'old')
  assert.match((await stepOf('callback_contacts')).words, /旧密钥.*客户联系/)
  callbacks.keep(app, { url: channel.callbackUrl, ...next })
})

test('our address is not trusted: said as such, with the address that WeCom sees', async () => {
  corporation.trustAddresses(['192.0.2.1'])
  const [only, ...more] = await checks()
  assert.deepEqual([only!.step, only!.ok, more.length], ['address', false, 0])
  assert.match(only!.words, /127\.0\.0\.1.*企业可信IP/)
  corporation.trustAddresses(null)
})
