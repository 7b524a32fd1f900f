import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { launchBrowser } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const twin = await startTwin({ http: { pathPrefix: '/gov' } })
after(() => twin.stop())

test('an officer signs in by the code on the screen, takes an emergency from the card on her phone, and it is hers', {
  timeout: 240_000,
}, async () => {
  const { control } = twin
  const { world, context, base } = stage
  const [app] = control.corporation.apps()
  const administrator = await stage.callAs('administrator')
  const set = await administrator.put('/api/wechat', {
    data: {
      corpId: control.corporation.corpId,
      baseUrl: twin.url,
      secret: app!.secrets[0]!.secret,
      agentId: app!.agentId,
      callbackToken: demoCallback.token,
      encodingAesKey: demoCallback.encodingAesKey,
    },
  })
  assert.equal(set.status(), 200, await set.text())
  const url = `${base}/api/wecom/${world.code}/callback`
  assert.deepEqual(await control.callbacks.save(app!.name, { url, ...demoCallback }), { saved: true })
  const account = control.kf.addAccount('东村服务站')
  assert.equal((await administrator.post('/api/wechat/checks')).status(), 200)
  await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(
      `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at)
       values ($1, 'LiXiuYing', $2, $2, now())`,
      [world.stationId, world.officers.officer],
    ),
  )

  // WeCom's own pages are none of ours, so they and the desk they lead to are played in a browser of their own.
  const browser = await launchBrowser()
  try {
    const desk = await browser.newPage({ locale: 'zh-CN' })
    await desk.goto(`${base}/workbench/inbox/mine`)
    await desk.getByRole('button', { name: '用企业微信登录' }).click()
    await desk.getByRole('link', { name: '陈浩' }).click()
    await desk.getByRole('alert').getByText('还没有绑定工作台账号').waitFor()
    await desk.getByRole('button', { name: '用企业微信登录' }).click()
    await desk.getByRole('link', { name: '李秀英' }).click()
    await desk.waitForURL(`${base}/workbench/inbox/mine`)
    await desk.getByRole('heading', { level: 1 }).first().waitFor()

    const person = control.people.add({ name: '陈婶' })
    control.kf.phone.enter(account, person.externalUserId, {})
    control.kf.phone.write(account, person.externalUserId, '救命，有人拿刀砍人，快来！')
    const phone = await browser.newPage()
    await phone.goto(`${twin.url}/officer?who=LiXiuYing`)
    await phone.getByText('紧急：有居民急着找我们').waitFor({ timeout: 60_000 })
    await phone.getByRole('button', { name: '我来接' }).click()
    await phone.getByText('您已接手').waitFor({ timeout: 60_000 })

    await desk.getByRole('link', { name: /陈婶/ }).first().waitFor({ timeout: 30_000 })
  } finally {
    await browser.close()
  }
})
