import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { password } from '../test/sign-in.ts'
import { see } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const username = `officer-${stage.world.code}`
const inspect = async (page: Page) => assert.deepEqual(await inspectPage(page, { text: 12, target: 44 }), [])
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))

test('the door says what is missing, shows the password, and opens where she wanted to go', async () => {
  stage.expect('401 /api/session')
  const page = await stage.openBrowser()
  await page.goto('/workbench/cases?status=all')
  await page.getByLabel('用户名').waitFor()
  assert.equal(await page.title(), '登录 · 连心桥')
  assert.equal(new URL(page.url()).search, `?to=${encodeURIComponent('/cases?status=all')}`)
  assert.equal(await focused(page), 'username')
  await inspect(page)

  await page.keyboard.press('Enter')
  assert.equal(await page.getByText('请填写').count(), 2)
  await page.getByLabel('用户名').fill(` ${username} `)
  await page.getByLabel('密码', { exact: true }).fill('not-hers-at-all')
  await page.getByRole('button', { name: '显示密码' }).click()
  assert.equal(await page.getByLabel('密码', { exact: true }).getAttribute('type'), 'text')
  await page.getByRole('button', { name: '隐藏密码' }).click()
  await page.getByLabel('密码', { exact: true }).press('Enter')
  await page
    .getByRole('alert')
    .getByText(/^登录没有成功/)
    .waitFor()
  assert.equal(await focused(page), 'current-password')
  await page.getByRole('button', { name: '我开了动态码' }).click()
  assert.equal(await focused(page), 'one-time-code')
  await inspect(page)

  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '案件', level: 1 }).waitFor()
  assert.equal(page.url(), `${stage.base}/workbench/cases?status=all`)
  assert.ok(await page.evaluate(() => 'isSameDocument' in window), 'without a reload')

  // She is known from now on: no form on the way, and the way back leads past the door.
  await page.reload()
  await page.getByRole('heading', { name: '案件', level: 1 }).waitFor()
  await page.goto('/workbench/residents')
  await page.goBack()
  await page.getByRole('heading', { name: '案件', level: 1 }).waitFor()
})

test('the door says that the server cannot be reached, and tries again', async () => {
  stage.expect('401 /api/session', 'offline')
  const page = await stage.openBrowser()
  let isDown = true
  await page.route('**/api/session', (route) =>
    isDown ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.goto('/workbench/inbox/all')
  await see(page, '现在连不上服务器')
  await inspect(page)
  isDown = false
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByLabel('用户名').waitFor()
  assert.equal(new URL(page.url()).search, `?to=${encodeURIComponent('/inbox/all')}`)
})

test('where the files of the app do not come, the door says so, and a reload opens it', async () => {
  stage.expect('401 /api/session', '404 /assets/app', 'offline')
  const page = await stage.openBrowser()
  let isGone = true
  await page.route('**/assets/app-*.js', (route) =>
    isGone ? route.fulfill({ status: 404, contentType: 'text/plain', body: '' }) : route.continue(),
  )
  await page.goto('/workbench/sign-in?to=%2Fcases')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await see(page, '系统已更新，请刷新页面。')
  await inspect(page)
  isGone = false
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.getByRole('heading', { name: '案件', level: 1 }).waitFor()
})
