import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { addDays, stationDay } from '../server/platform/station-day.ts'
import { password } from '../test/sign-in.ts'
import { see } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { choose, dialogOf } from './officer-steps.ts'

/** A script as it is sent to the server; nobody has approved it. */
export const draft = {
  library: 'business',
  title: '证明在哪里开',
  body: '这类证明村里就能开。',
  keywords: [],
  basis: '',
  expiresOn: addDays(stationDay(new Date()), 90),
  auxiliaryMay: true,
  villageIds: null,
}

/** Her password once more, where the page asks whether it is really she. */
export async function confirmIdentity(page: Page): Promise<void> {
  const again = dialogOf(page, '再确认一次是您本人')
  await again.getByLabel('密码').fill(password)
  await again.getByRole('button', { name: '确定' }).click()
  await again.waitFor({ state: 'hidden' })
}

export async function suspend(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `操作 ${name}` }).click()
  await page.getByRole('menuitem', { name: '停用账号' }).click()
  const suspension = dialogOf(page, `停用账号：${name}`)
  await suspension.getByLabel('原因').fill(reason)
  await suspension.getByRole('button', { name: '确定' }).click()
}

/** Five nights of next week, from nine in the evening to six in the morning. */
export async function planNights(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: '下一周' }).click()
  await page.getByRole('button', { name: '排班', exact: true }).click()
  const shift = dialogOf(page, '排班')
  await choose(shift, '谁', who)
  await shift.getByRole('combobox', { name: '做什么' }).click()
  await page.locator('.ant-select-dropdown:visible').getByText('巡逻').click()
  await shift.getByLabel('从').fill('21:00')
  await shift.getByLabel('到', { exact: true }).fill('06:00')
  await shift.getByText('到第二天的这个时候').waitFor()
  await shift.getByRole('button', { name: '确定' }).click()
}

/** Another stretch on Saturdays, first with an end before its beginning, which the page does not send. */
export async function openSaturdays(page: Page, closes: string): Promise<void> {
  await page.getByRole('button', { name: '周六 加一段' }).click()
  const end = page.getByLabel('周六 关门').last()
  await end.fill('07:00')
  await page.getByRole('button', { name: '保存' }).click()
  await see(page, '周六有一段时间没填好：关门要比开门晚。')
  await end.fill(closes)
  await page.getByRole('button', { name: '保存' }).click()
  await see(page, '已保存')
}

/** A new address for calendar apps, as it lies on the clipboard. */
export async function makeFeedAddress(page: Page): Promise<string> {
  await page.getByRole('button', { name: '生成地址' }).click()
  await page.getByRole('button', { name: '复制' }).click()
  await see(page, '已复制')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Pauses, resumes or extends the time limit of the open case. */
export async function changeLimit(page: Page, deed: '暂停' | '恢复' | '延长', reason: string): Promise<void> {
  await page.getByRole('button', { name: `办理时限 ${deed}` }).click()
  const dialog = dialogOf(page, `${deed}：办理时限`)
  await dialog.getByLabel('原因').fill(reason)
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** For what happens behind the pages. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await condition()); await sleep(100))
    assert.ok(Date.now() < end, 'did not happen in time')
}

/** Nothing on the page as it stands is too small, too faint or without a name. */
export async function inspect(page: Page): Promise<void> {
  assert.deepEqual(await inspectPage(page, { text: 12, target: 24 }), [])
}
