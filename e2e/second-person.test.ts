import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see } from './browser.ts'
import { confirmIdentity } from './chief-steps.ts'
import { dialogOf } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('an account that sees matters waits for the chief, who sees it at once and confirms it', {
  timeout: 120_000,
}, async () => {
  stage.expect('401 /api/session', '403 /api/officers')
  const keeper = await stage.openWorkbench('administrator')
  await keeper.goto('/workbench/settings/members')
  await keeper.getByRole('button', { name: '添加人员' }).click()
  const member = dialogOf(keeper, '添加人员')
  await member.getByLabel('姓名').fill('高民警')
  await member.getByLabel('用户名').fill('gao-new')
  await member.getByLabel('岗位').click()
  await keeper.locator('.ant-select-dropdown:visible').getByText('民警', { exact: true }).click()
  await member.getByRole('button', { name: '确定' }).click()
  await confirmIdentity(keeper)
  const shown = dialogOf(keeper, '高民警')
  await shown.getByText('要等所长在“设置 · 人员”里确认').waitFor()
  const initial = (await shown.locator('.secret').textContent())?.trim() ?? ''

  const newcomer = await stage.openBrowser()
  await newcomer.goto('/workbench/')
  await signIn(newcomer, initial)
  await newcomer.getByText('登录没有成功').first().waitFor()

  const chief = await stage.openWorkbench('chief')
  await chief.goto('/workbench/')
  await see(chief, '能看居民事项的账号：高民警')
  await chief.goto('/workbench/settings/members')
  await chief.getByText('等所长确认').waitFor()
  await chief.getByRole('button', { name: '确认账号 高民警' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await confirmIdentity(chief)
  await chief.getByText('等所长确认').waitFor({ state: 'hidden' })
  await chief.goto('/workbench/')
  await see(chief, '您好')
  assert.equal(await chief.getByText('能看居民事项的账号').count(), 0)

  await signIn(newcomer, initial)
  await newcomer.getByRole('heading', { name: '请先换一个密码' }).waitFor()
})

async function signIn(page: Page, secret: string): Promise<void> {
  await see(page, '派出所为民服务工作台')
  await page.getByLabel('用户名').fill('gao-new')
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
