import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see, settle } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { openMatter } from './open-matter.ts'
import { ask, chooseTime, confirmBooking, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const home = `/r/${stage.world.code}`
/** 18 pt: the main text of the elder mode, whose targets are 60 × 60 (the ministry's rules for apps for old people). */
const elder = { text: 24, target: 60 }
const ordinary = { text: 12, target: 44 }

test('every page of the residents in large letters, and on the narrowest phone', {
  timeout: 180_000,
}, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '我想分户，要带什么材料？', { name: '陈大妈', village: '东村' })
  const sent = phone.url()
  await openTalk(phone)
  const talk = phone.url()
  const matter = await openMatter(stage, number)
  await phone.goto(`${home}/booking?guide=household-split`)
  await chooseTime(phone)
  const faults = await inspectPage(phone, ordinary)
  await confirmBooking(phone, { name: '陈大妈', phone: '13900000003' })
  const appointment = phone.url()
  const places = [
    `${home}/`,
    `${home}/ask`,
    sent,
    talk,
    `${home}/guides`,
    `${home}/guides/household-split`,
    `${home}/booking`,
    `${home}/booking?guide=household-split`,
    appointment,
    `${home}/cases/${matter.caseId}`,
    `${home}/mine`,
    `${home}/reads`,
    `${home}/find`,
    `${home}/privacy`,
  ]
  const titles = new Map<string, string>()
  for (const letters of [1, 2, 3]) {
    for (const place of places) {
      await phone.setViewportSize({ width: 390, height: 844 })
      await phone.goto(place)
      await settle(phone)
      if (place === places[0] && letters > 1) await phone.getByRole('button', { name: /^字/ }).click()
      faults.push(...(await inspectPage(phone, letters === 1 ? ordinary : elder)))
      titles.set(place, await phone.title())
      await phone.setViewportSize({ width: 320, height: 640 })
      faults.push(...(await inspectPage(phone, letters === 1 ? ordinary : elder)))
    }
  }
  assert.deepEqual(faults, [])
  assert.ok(new Set(titles.values()).size >= places.length - 1, [...titles.values()].join(' | '))
})

test('every page of the workbench, on a phone and at a desk', { timeout: 180_000 }, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '身份证丢了怎么补？', { name: '刘师傅', village: '西村' })
  const matter = await openMatter(stage, number)
  const places = [
    '',
    'inbox/all',
    `inbox/all/${matter.conversationId}`,
    'capture',
    'cases',
    `cases/${matter.caseId}`,
    'appointments',
    'appointments?view=week',
    'scripts',
    'guides',
    'guides/household-split',
    'residents',
    'statistics',
    'sign-in',
    ...[
      'account',
      'members',
      'duty',
      'hours',
      'holidays',
      'station',
      'villages',
      'audit',
      'dead-letters',
    ].map((each) => `settings/${each}`),
  ]
  const faults: string[] = []
  for (const isPhone of [false, true]) {
    const page = await stage.openWorkbench('chief', { phone: isPhone })
    const titles = new Set<string>()
    for (const place of places) {
      await page.goto(`/workbench/${place}`)
      await settle(page)
      faults.push(...(await inspectPage(page, { text: 12, target: 24 })))
      titles.add(await page.title())
    }
    assert.ok(titles.size >= places.length - 3, [...titles].join(' | '))
  }
  assert.deepEqual(faults, [])
})

test('the workbench without a mouse', { timeout: 120_000 }, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '我想分户，要带什么材料？', { name: '周大爷', village: '东村' })
  const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await officer.getByRole('link', { name: new RegExp(number) }).waitFor()
  assert.equal(await pressTab(officer), '跳到内容')
  await tabTo(officer, number)
  await officer.keyboard.press('Enter')
  await officer.getByRole('log').waitFor()
  for (const name of [
    '我来办',
    '转交',
    '开案件',
    '办结',
    '非紧急',
    '业务咨询',
    '为什么',
    '分户怎么办',
    '话术库',
  ]) {
    await tabTo(officer, name)
  }
  await tabTo(officer, '回复居民', 'TEXTAREA')
  await officer.keyboard.type('请带户口簿和身份证。')
  await officer.keyboard.press('Control+Enter')
  await officer.getByRole('log').getByText('请带户口簿和身份证。').waitFor()

  // A dialog holds the keys and gives them back.
  await officer.getByRole('button', { name: '办结', exact: true }).focus()
  await officer.keyboard.press('Enter')
  const dialog = officer.getByRole('dialog', { name: '办结这件事' })
  await dialog.waitFor()
  await pressTab(officer)
  assert.ok(await dialog.evaluate((box) => box.contains(document.activeElement)))
  await officer.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  // One field over everything.
  await officer.keyboard.press('Control+k')
  await officer.getByRole('dialog').getByRole('combobox', { name: '搜索' }).fill('带什么材料')
  await officer
    .getByRole('dialog')
    .getByText(/分户，要带/)
    .first()
    .waitFor()
  await officer.keyboard.press('Enter')
  await see(officer, '请带户口簿和身份证。')
})

/** Moves on by one and tells where the keys go now; it must be visible that they do. */
async function pressTab(page: Page): Promise<string> {
  await page.keyboard.press('Tab')
  const { name, marked } = await page.evaluate(() => {
    const at = document.activeElement as HTMLElement
    const marks = [
      at,
      at.parentElement,
      at.closest('.ant-select, .ant-input-affix-wrapper, .composer, .ant-tabs-tab'),
    ]
    const marked = marks.some((each) => {
      const style = each && getComputedStyle(each)
      return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
    })
    return { name: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim(), marked }
  })
  assert.ok(marked, `one sees that “${name.slice(0, 40)}” has the keys`)
  return name
}

async function tabTo(page: Page, name: string, tag?: string): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 60; step++) {
    passed.push(await pressTab(page))
    const isTag = !tag || (await page.evaluate(() => document.activeElement?.tagName)) === tag
    if (isTag && passed.at(-1)?.includes(name)) return
  }
  assert.fail(`${name} is not reached; passed ${passed.map((each) => each.slice(0, 12)).join(' · ')}`)
}
