import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator } from 'playwright-core'
import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { seedDemoCorporation } from '../server/gateways/wecom/twin/seed-demo-corporation.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { launchBrowser } from './browser.ts'
import { answer, choose, openConversation } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const twin = await startTwin({ http: { pathPrefix: '/gov' } })
after(() => twin.stop())
seedDemoCorporation(twin.control)

/** The address that stands there, without the button behind it. */
async function addressIn(line: Locator): Promise<string> {
  return /https?:[!-~]+/.exec((await line.textContent()) ?? '')?.[0] ?? ''
}

test('the administrator connects WeChat, a resident writes on her phone, an officer answers her', {
  timeout: 240_000,
}, async () => {
  const { corporation, callbacks } = twin.control
  const [app] = corporation.apps()
  const desk = await stage.openWorkbench('administrator', { at: 'settings/wechat' })
  await desk.getByLabel('企业 ID').fill(corporation.corpId)
  await desk.getByLabel('接口地址').fill(twin.url)
  await desk.getByLabel('应用 Secret').fill('a-wrong-secret-0000000000')
  await desk
    .getByRole('button', { name: '保 存' })
    .or(desk.getByRole('button', { name: '保存' }))
    .click()
  await desk.getByText('运行情况').waitFor()
  await desk.getByRole('button', { name: '逐项检查' }).click()
  await desk.getByText('Secret 与企业不匹配').waitFor()

  await desk.getByLabel('应用 Secret').fill(app!.secrets[0]!.secret)
  await desk.getByLabel('回调 Token').fill(demoCallback.token)
  await desk.getByLabel('回调 EncodingAESKey').fill(demoCallback.encodingAesKey)
  await desk
    .getByRole('button', { name: '保 存' })
    .or(desk.getByRole('button', { name: '保存' }))
    .click()
  await desk.getByPlaceholder('已保存').first().waitFor()
  const callbackUrl = await addressIn(desk.locator('.callback-url'))
  assert.deepEqual(await callbacks.save(app!.name, { url: callbackUrl, ...demoCallback }), { saved: true })
  await desk.getByRole('button', { name: '逐项检查' }).click()
  await desk.getByText('能用的客服账号：').waitFor()
  await desk.getByText('东村服务站').first().waitFor()
  const row = desk.locator('li', { hasText: '东村服务站' })
  await choose(row, '客服账号和各村入口', '东村')
  await row.getByRole('button', { name: '生成入口' }).click()
  await row.getByRole('img', { name: 'QR' }).waitFor()
  const door = await addressIn(row.locator('.ant-typography'))

  const [person] = twin.control.people.all()
  twin.control.kf.phone.enterByLink(door, person!.externalUserId)
  const account = twin.control.kf.accounts().find(({ name }) => name === '东村服务站')!
  // The twin's page is no page of ours, so it is played in a browser of its own.
  const browser = await launchBrowser()
  try {
    const phone = await browser.newPage()
    await phone.goto(`${twin.url}/phone?kf=${account.openKfId}&who=${person!.externalUserId}`)
    await phone.getByText('测试镇派出所（东村）').waitFor({ timeout: 15_000 })
    await phone.getByLabel('写给派出所').fill('路灯坏了三天，晚上看不见路')
    await phone.getByRole('button', { name: '发送' }).click()

    const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
    await openConversation(officer, person!.name)
    await officer.getByRole('log').getByText('路灯坏了三天').waitFor()
    await officer.getByText('微信：还能发 5 条 · 还剩 47 小时').waitFor()
    await answer(officer, '收到，已报给供电所，明天来修。')
    await officer.getByRole('log').getByText('微信已接收').waitFor()
    await officer.getByText('微信：还能发 4 条').waitFor()
    await phone.getByText('已报给供电所').waitFor({ timeout: 15_000 })

    await phone.getByText('时间与意外').click()
    await phone.getByRole('button', { name: '下一条送不到' }).click()
    await answer(officer, '明早八点到您家门口。')
    await officer.getByText('打电话给居民：内容被微信安全策略拦下').waitFor({ timeout: 20_000 })
    if (process.env['PICTURES_FOLDER'])
      await officer.screenshot({ path: `${process.env['PICTURES_FOLDER']}/wechat.png` })
    await officer.getByRole('button', { name: '打过了' }).click()
    await officer.getByText('已打电话').waitFor()
  } finally {
    await browser.close()
  }
})
