import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { before, beforeEach, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword } from '../database/demo/demo-accounts.ts'
import { loadDemo } from '../database/demo/load-demo.ts'
import { demoCallback } from '../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { makeVoice } from '../server/gateways/wecom/twin/media/make-voice.ts'
import { startTwin } from '../server/gateways/wecom/twin/start-twin.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { see, settle } from './browser.ts'
import { answer, openConversation } from './officer-steps.ts'
import { ask, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

/**
 * The demo town's pages as the README and the officers' guide show them: each has on it what it is shown for. The
 * pictures go to build/pictures; `npm run screenshots` puts them where the documents find them.
 */
const root = resolve(import.meta.dirname, '..')
const folder = resolve(root, process.env['PICTURES_FOLDER'] ?? 'build/pictures')
const stage = await startStage({ empty: true })

beforeEach(() => stage.expect('401 /api/session'))
before(async () => {
  const { pool, files, config } = stage.context
  const ownerPool = createPool(config.databaseUrl!, { max: 2, name: 'demo-owner' })
  await loadDemo({ pool, ownerPool, files, now: new Date() })
  await ownerPool.end()
  mkdirSync(folder, { recursive: true })
})

test('an auxiliary’s phone', { timeout: 120_000 }, async () => {
  const phone = await stage.openBrowser()
  await phone.goto('/workbench/')
  await phone.getByLabel('密码').waitFor()
  await picture(phone, 'sign-in-phone')
  await signIn(phone, 'queshan')
  await show(phone, '/workbench/', '我的事', 'home-phone')
  await show(phone, '/workbench/capture', '快速登记', 'capture-phone')
  await show(phone, '/workbench/inbox/all', '等待答复', 'inbox-phone')
  const { items } = await (await phone.request.get('/api/conversations?queue=all&limit=1')).json()
  await openConversation(phone, items[0].number)
  await see(phone, '话术库')
  await picture(phone, 'conversation-phone')
})

test('the chief’s desk', { timeout: 120_000 }, async () => {
  const desk = await stage.openBrowser({ desk: true })
  await desk.goto('/workbench/')
  await signIn(desk, 'chief')
  await show(desk, '/workbench/statistics', '当天办结率', 'statistics-desk')
  await desk.setViewportSize({ width: 1280, height: 1150 })
  await desk.goto('/workbench/coverage')
  await see(desk, '按村')
  // Drawn when its styles and shapes are there.
  await desk.locator('.maplibregl-canvas').waitFor()
  await desk.waitForTimeout(2000)
  await picture(desk, 'coverage-desk')
  await desk.setViewportSize({ width: 1280, height: 800 })
  const broadcasts = await (await desk.request.get('/api/broadcasts')).json()
  const sent = broadcasts.items.find(({ state }: { state: string }) => state === 'finished')
  await show(desk, `/workbench/broadcasts/${sent.id}`, '发到哪了', 'broadcast-desk')
  const { items } = await (await desk.request.get('/api/cases?limit=1')).json()
  await desk.setViewportSize({ width: 390, height: 844 })
  await show(desk, `/workbench/cases/${items[0].id}`, items[0].number, 'case-phone')
})

test('a question, its answer and the inbox it stands in', { timeout: 120_000 }, async () => {
  const phone = await stage.openBrowser()
  await show(phone, '/r/430182119/', '我要问', 'resident-home')
  await show(phone, '/r/430182119/guides/household-split', '户口簿', 'resident-guide')
  await show(phone, '/r/430182119/booking?guide=household-split', '可约', 'booking-phone')
  await phone.goto('/r/430182119/')
  const number = await ask(phone, '我想单独上个户口本，跟爹娘分开户，要带什么？', {
    name: '陈大妈',
    village: '青泉社区',
  })
  await openTalk(phone)
  const desk = await stage.openBrowser({ desk: true })
  await desk.goto('/workbench/')
  await signIn(desk, 'chief')
  await desk.goto('/workbench/inbox/all')
  await openConversation(desk, number)
  await see(desk, '分户怎么办')
  await picture(desk, 'inbox-desk')
  const words = '陈大妈您好，我是大成桥派出所。分户带身份证、户口簿和房屋凭据就行，材料齐当天办好，不收费。'
  await answer(desk, words)
  await see(phone, words)
  await picture(phone, 'resident-talk')
})

test('WeChat: its settings, a talk, and an answer that did not arrive', { timeout: 240_000 }, async () => {
  const twin = await startTwin()
  try {
    const { control } = twin
    const kfid = control.kf.addAccount('大成桥派出所')
    for (const { userid } of control.corporation.members()) control.kf.addServicer(kfid, userid)
    const [app] = control.corporation.apps()
    const desk = await stage.openBrowser({ desk: true })
    await desk.goto('/workbench/')
    await desk.getByLabel('用户名').fill('manager')
    await desk.getByLabel('密码').fill(demoPassword)
    await desk.keyboard.press('Enter')
    await desk.waitForURL(/settings/)
    const { corpId } = control.corporation
    const data = {
      ...{ corpId, baseUrl: twin.url, secret: app!.secrets[0]!.secret },
      ...{ callbackToken: demoCallback.token, encodingAesKey: demoCallback.encodingAesKey },
    }
    assert.equal((await desk.request.put('/api/wechat', { data })).status(), 200)
    const url = `${stage.base}/api/wecom/430182119/callback`
    assert.deepEqual(await control.callbacks.save(app!.name, { url, ...demoCallback }), { saved: true })
    assert.equal((await desk.request.post('/api/wechat/checks')).status(), 200)
    const villages = (await (await desk.request.get('/api/villages')).json()).items as { id: string }[]
    for (const { id } of villages.slice(0, 2))
      await desk.request.post(`/api/wechat/accounts/${kfid}/door`, { data: { villageId: id } })

    const who = control.people.add({ name: '周小梅' }).externalUserId
    control.kf.phone.write(kfid, who, '民警同志，我家路口的路灯坏了三天了')
    control.kf.phone.send(kfid, who, 'voice', {
      ...{ bytes: makeVoice(6), filename: 'a.amr', type: 'audio/amr' },
    })
    const phone = await stage.openBrowser()
    await phone.goto('/workbench/')
    await signIn(phone, 'chief')
    await phone.goto('/workbench/inbox/all')
    await openConversation(phone, '周小梅')
    await phone.getByRole('log').locator('audio').waitFor({ timeout: 60_000 })
    await answer(phone, '收到，已报给供电所，明天来修。')
    await see(phone, '微信已接收')
    await picture(phone, 'wechat-talk-phone')
    control.kf.failNext(13)
    await answer(phone, '明早八点到您家门口。')
    await phone.getByText('打电话给居民').waitFor({ timeout: 60_000 })
    await picture(phone, 'wechat-red-phone')
    await desk.goto('/workbench/settings/wechat')
    await desk.getByText('通过').first().waitFor()
    await picture(desk, 'wechat-settings-desk')
  } finally {
    await twin.stop()
  }
})

test('the documents show what is made here, and all of it', () => {
  const documents = ['README.md', 'README.zh-CN.md', 'docs/guide/README.md']
  const shown = documents.flatMap((each) =>
    [...readFileSync(join(root, each), 'utf8').matchAll(/images\/([\w-]+\.png)/g)].map((found) => found[1]!),
  )
  const kept = readdirSync(join(root, 'docs/guide/images'))
  const made = readdirSync(folder).filter((each) => each.endsWith('.png'))
  const names = (list: string[]) => [...new Set(list.map((each) => basename(each)))].sort()
  assert.deepEqual(names(made), names(shown))
  assert.deepEqual(names(kept), names(shown))
})

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(demoPassword)
  await page.keyboard.press('Enter')
  await see(page, '等待答复')
}

async function show(page: Page, path: string, words: string, name: string): Promise<void> {
  await page.goto(path)
  await see(page, words)
  await picture(page, name)
}

/** Of the whole screen once nothing is loading any more, small, with a palette. */
async function picture(page: Page, name: string): Promise<void> {
  await settle(page)
  const taken = await page.screenshot({ animations: 'disabled' })
  writeFileSync(
    join(folder, `${name}.png`),
    await sharp(taken).png({ palette: true, quality: 80 }).toBuffer(),
  )
}
