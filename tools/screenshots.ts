import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword } from '../database/demo/demo-accounts.ts'
import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import { buildWeb, webFolder } from './build-web.ts'
import { findBrowser } from './find-browser.ts'
import { prepareStation } from './prepare-station.ts'

/** `npm run screenshots`: the demo town's real pages as pictures for the README and the officers' guide. */
const folder = resolve(import.meta.dirname, '../docs/guide/images')
const phoneScreen = { width: 390, height: 844 }
const deskScreen = { width: 1440, height: 900 }
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--lang=zh-CN',
]

mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-pictures-'))
await buildWeb()
const config = { ...readConfig({}), dataDir, port: 0, logLevel: 'fatal' }
const running = await startServer(config, {
  webFolder,
  prepare: (database, context) => prepareStation(database, context, { empty: false }),
})
const base = `http://127.0.0.1:${running.port}`
const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags })
try {
  await pictureWorkbench()
  await pictureResident()
} finally {
  await browser.close()
  await running.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

function open(viewport: { width: number; height: number }): Promise<BrowserContext> {
  return browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: base })
}

async function pictureWorkbench(): Promise<void> {
  const phone = await (await open(phoneScreen)).newPage()
  await phone.goto('/workbench/')
  await phone.getByRole('button').first().waitFor()
  await save(phone, 'sign-in-phone')
  await signIn(phone, 'queshan')
  await save(phone, 'home-phone')
  await show(phone, '/workbench/inbox/all', 'inbox-phone')
  await phone.locator('a[href*="/inbox/all/"], [role=listitem] a').first().click()
  await save(phone, 'conversation-phone')
  await show(phone, '/workbench/capture', 'capture-phone')
  const desk = await (await open(deskScreen)).newPage()
  await desk.goto('/workbench/')
  await signIn(desk, 'chief')
  await save(desk, 'home-desk')
  for (const [page, name] of [
    ['cases', 'cases-desk'],
    ['appointments', 'appointments-desk'],
    ['scripts', 'scripts-desk'],
    ['guides', 'guides-desk'],
    ['residents', 'residents-desk'],
    ['statistics', 'statistics-desk'],
  ]) {
    await show(desk, `/workbench/${page}`, name!)
  }
  const caseLink = (await desk.context().request.get('/api/cases?limit=1')).json()
  const { items } = (await caseLink) as { items: { id: string }[] }
  if (items[0]) await show(desk, `/workbench/cases/${items[0].id}`, 'case-desk')
  await desk.setViewportSize(phoneScreen)
  if (items[0]) await show(desk, `/workbench/cases/${items[0].id}`, 'case-phone')
  await desk.setViewportSize(deskScreen)
  await show(desk, '/workbench/inbox/waiting', null)
  await desk.locator('a[href*="/inbox/waiting/"], [role=listitem] a').first().click()
  await save(desk, 'inbox-desk')
}

async function pictureResident(): Promise<void> {
  const phone = await (await open(phoneScreen)).newPage()
  const home = '/r/430182119/'
  await show(phone, home, 'resident-home')
  await show(phone, `${home}?big=1`, 'resident-large')
  await phone.evaluate(() => localStorage.clear())
  await show(phone, `${home}guides`, 'resident-guides')
  await show(phone, `${home}guides/household-split`, 'resident-guide')
  await show(phone, `${home}booking`, 'booking-phone')
  const sent = await phone.context().request.post('/api/resident/messages', {
    headers: { origin: base },
    data: {
      clientKey: crypto.randomUUID(),
      body: '我想单独上个户口本，跟爹娘分开户，要带什么？',
      name: '陈大妈',
    },
  })
  const { conversationId } = (await sent.json()) as { conversationId: string }
  const desk = await (await open(deskScreen)).newPage()
  await desk.goto('/workbench/')
  await signIn(desk, 'chief')
  const shown = await desk.context().request.get(`/api/conversations/${conversationId}`)
  const { contact } = (await shown.json()) as { contact: { id: string } }
  await desk.context().request.post(`/api/conversations/${conversationId}/messages`, {
    headers: { origin: base },
    data: {
      contactId: contact.id,
      clientKey: crypto.randomUUID(),
      body: '陈大妈您好，我是大成桥派出所。分户带身份证、户口簿和房屋凭据就行，材料齐当天办好，不收费。',
    },
  })
  await show(phone, `${home}conversations/${conversationId}`, 'resident-talk')
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.locator('input').first().fill(username)
  await page.locator('input[type=password]').fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByText('等待答复').first().waitFor({ timeout: 60_000 })
}

async function show(page: Page, path: string, name: string | null): Promise<void> {
  await page.goto(path)
  if (name) await save(page, name)
}

/** Once nothing is loading any more, as a small picture with a palette. */
async function save(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(2500)
  const picture = await page.screenshot({ animations: 'disabled' })
  writeFileSync(
    join(folder, `${name}.png`),
    await sharp(picture).png({ palette: true, quality: 80 }).toBuffer(),
  )
  console.log(name)
}
