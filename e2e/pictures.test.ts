import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { before, beforeEach, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword } from '../database/demo/demo-accounts.ts'
import { loadDemo } from '../database/demo/load-demo.ts'
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
