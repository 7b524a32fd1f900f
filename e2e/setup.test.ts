import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inviteStation } from '../server/domains/officers/invite-station.ts'
import { readSetupToken } from '../server/domains/officers/set-up-station.ts'
import { see } from './browser.ts'
import { dialogOf } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage({ empty: true })
const secret = 'a-heron-by-the-weir-at-dawn'
const chosen = 'nine-barges-under-the-arch'

test('an empty installation becomes a station with a chief', { timeout: 120_000 }, async () => {
  stage.expect('401 /api/session', '403 /api/officers')
  const page = await stage.openBrowser({ desk: true })
  await page.goto('/workbench/')
  await page.goto('/workbench/setup')
  await page.getByLabel('安装口令').fill(readSetupToken(stage.context.config))
  await page.getByLabel('派出所名称').fill('石桥镇派出所')
  await page.getByLabel('派出所代码').fill('430182902')
  await page.getByLabel('值班电话').fill('0731-00000002')
  await page.getByLabel('辖区各村').fill('上游村\n下游村')
  await page.getByLabel('姓名').fill('安装的人')
  await page.getByLabel('用户名').fill('keeper')
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '建立派出所' }).click()
  await signIn(page, 'keeper', secret)

  // The administrator makes the chief's account, and proves once more that it is him.
  await page.goto('/workbench/settings/members')
  await page.getByRole('button', { name: '添加人员' }).click()
  const member = dialogOf(page, '添加人员')
  await member.getByLabel('姓名').fill('高所长')
  await member.getByLabel('用户名').fill('gao')
  await member.getByLabel('岗位').click()
  await page.locator('.ant-select-dropdown:visible').getByText('所长', { exact: true }).click()
  await member.getByRole('button', { name: '确定' }).click()
  const again = dialogOf(page, '再确认一次是您本人')
  const shown = dialogOf(page, '高所长')
  await again.or(shown).first().waitFor()
  if (await again.isVisible()) {
    await again.getByLabel('密码').fill(secret)
    await again.getByRole('button', { name: '确定' }).click()
  }
  await shown.getByText('只显示这一次').waitFor()
  const initial = (await shown.locator('.secret').textContent())?.trim() ?? ''
  assert.ok(initial.length >= 12)

  // The chief comes in with it once, and only after choosing one of her own.
  const chief = await stage.openBrowser({ desk: true })
  await chief.goto('/workbench/')
  await signIn(chief, 'gao', initial)
  await chief.getByRole('heading', { name: '请先换一个密码' }).waitFor()
  await chief.getByLabel('现在的密码').fill(initial)
  await chief.getByLabel('新密码', { exact: true }).fill(chosen)
  await chief.getByLabel('再输一遍新密码').fill(chosen)
  await chief.getByRole('button', { name: '确定' }).click()
  await see(chief, '高所长，您好')

  // What a station begins with has come by itself; residents find it.
  const phone = await stage.openBrowser()
  await phone.goto('/r/430182902/guides')
  await phone.getByRole('link', { name: /^分户/ }).waitFor()
  await chief.goto('/workbench/scripts?library=business')
  await chief.getByText('分户怎么办').first().waitFor()
})

test('a further station is founded by a link, once', { timeout: 120_000 }, async () => {
  stage.expect('401 /api/session', '409 /api/setup/invitation')
  const until = new Date(Date.now() + 86_400_000)
  const token = inviteStation(stage.context.config, { code: '430182903', name: '河口镇派出所', until })
  const page = await stage.openBrowser()
  await page.goto(`/workbench/setup#invitation=${token}`)
  assert.equal(await page.getByLabel('派出所名称').inputValue(), '河口镇派出所')
  assert.ok(await page.getByLabel('派出所代码').isDisabled())
  await page.getByLabel('辖区各村').fill('河口村')
  await page.getByLabel('姓名').fill('另一位')
  await page.getByLabel('用户名').fill('keeper.two')
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '建立派出所' }).click()
  await signIn(page, 'keeper.two', secret)
  await page.goto('/workbench/settings/station')
  await see(page, '河口镇派出所 430182903')

  const late = await stage.openBrowser()
  await late.goto(`/workbench/setup#invitation=${token}`)
  await late.getByText('这个派出所已经建好了').waitFor()
})

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await see(page, '派出所为民服务工作台')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}
