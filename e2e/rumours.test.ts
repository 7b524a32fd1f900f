import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { makeGroup } from '../server/domains/rumours/rumours.fixture.ts'
import { see } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { dialogOf } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { world, context } = stage
await makeGroup(context.pool, world.stationId, '东村平安群', world.villages.east)
await makeGroup(context.pool, world.stationId, '西村大家庭', world.villages.west)
const [ordinary, elder, desk] = [
  { text: 12, target: 44 },
  { text: 24, target: 60 },
  { text: 12, target: 24 },
]
const words = '老桥今晚要封路吗'

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: false }).first().click()
}
const card = (page: Page, title: string) =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

test('a rumour from the first word to the correction: recorded, checked, answered in the group, read by all, put right', {
  timeout: 180_000,
}, async () => {
  const officer = await stage.openWorkbench('officer', { at: 'rumours' })
  await see(officer, '这里没有传言。')
  await officer.getByRole('button', { name: '登记传言' }).click()
  const form = dialogOf(officer, '登记传言')
  // Whoever writes somebody's number down is told before it goes anywhere.
  await form.getByLabel('传的是什么').fill('13812345678说老桥要封路')
  await form.getByLabel('话题').focus()
  await form.getByText('手机号、身份证号、微信号会被退回').nth(1).waitFor()
  await form.getByLabel('传的是什么').fill(words)
  await form.getByRole('button', { name: '确定' }).click()
  await officer.getByRole('heading', { name: words, level: 1 }).waitFor()

  await choose(officer, card(officer, '群').getByLabel('这个群在问'), '东村平安群')
  await card(officer, '群').getByText('还在等').waitFor()
  await officer.getByRole('button', { name: '加一条依据' }).click()
  const evidence = dialogOf(officer, '加一条依据')
  await evidence.getByLabel('内容').fill('老桥今晚不封路')
  await evidence.getByLabel('来源').fill('镇交通站')
  await evidence.getByRole('button', { name: '确定' }).click()
  await card(officer, '依据').getByText('老桥今晚不封路').waitFor()

  await officer.getByRole('button', { name: '起草答复' }).click()
  const draft = dialogOf(officer, '起草答复')
  await draft.getByLabel('核实了什么').fill('三人受伤')
  await draft.getByText('通报前不说伤亡人数').waitFor()
  await draft.getByLabel('核实了什么').fill('今晚照常通行')
  await draft.getByLabel('来源').fill('镇交通站')
  await draft.getByText('核实了什么：今晚照常通行').waitFor()
  await draft.getByRole('button', { name: '确定' }).click()
  await officer.getByText('自己起草的，请另一位同事批准。').waitFor()
  assert.ok(await officer.getByRole('button', { name: '批准发出' }).isDisabled())
  const posted = card(officer, '群').getByRole('button', { name: /^已发到这个群/ })
  assert.ok(await posted.isDisabled(), 'nothing is approved yet')

  const chief = await stage.openWorkbench('chief', { at: officer.url().split('/workbench/')[1]! })
  await chief.getByRole('button', { name: '批准发出' }).click()
  await chief.getByText('现在发这一版').waitFor()
  // The officer's screen hears of it by itself.
  await officer.getByRole('button', { name: '复制答复和链接' }).click()
  const copied = await officer.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /【答复】关于“老桥今晚要封路吗”[\s\S]*下次更新[\s\S]*\/rumours\//)
  await card(officer, '群').getByText('还在等').waitFor()
  await posted.click()
  await card(officer, '群').getByText('已答复').waitFor()

  const phone = await stage.openPhone()
  await phone.getByRole('link', { name: '听到传言' }).click()
  await phone.getByRole('link', { name: words }).click()
  await see(phone, '今晚照常通行')
  const faults = await inspectPage(phone, ordinary)
  const link = /https?:\S+/.exec(copied)![0]
  assert.equal(phone.url(), link)

  await officer.getByRole('button', { name: '换阶段' }).click()
  const move = dialogOf(officer, '换阶段')
  await choose(officer, move.getByLabel('阶段'), '我们说错了')
  await move.getByRole('button', { name: '确定' }).click()
  await officer.getByText('更正批准之前，旧的答复不再发').waitFor()
  await card(officer, '群').getByText('要发更正').waitFor()
  await officer.getByRole('button', { name: '起草更正' }).click()
  const correction = dialogOf(officer, '起草更正')
  await correction.getByLabel('正确的说法').fill('晚上八点后不能通行')
  await correction.getByLabel('为什么说错').fill('没有核对施工通知')
  await correction.getByLabel('核实了什么').fill('看过施工通知')
  await correction.getByRole('button', { name: '确定' }).click()
  await chief.getByRole('button', { name: '批准发出' }).click()
  await chief.getByText('现在发这一版').waitFor()
  await posted.click()
  await card(officer, '群').getByText('已答复').waitFor()

  // The answer of a minute ago may still be kept on its way: a fresh phone asks anew.
  const other = await stage.openPhone()
  await other.getByRole('link', { name: `更正：${words}` }).click()
  await see(other, '晚上八点后不能通行')
  faults.push(...(await inspectPage(other, ordinary)))
  await other.getByRole('button', { name: '字大一点' }).click()
  faults.push(...(await inspectPage(other, elder)))
  faults.push(...(await inspectPage(officer, desk)))
  const small = await stage.openWorkbench('eastAuxiliary', { phone: true, at: 'rumours' })
  await small.getByText(words).click()
  await small.getByRole('heading', { name: words, level: 1 }).waitFor()
  faults.push(...(await inspectPage(small, desk)))
  assert.equal(await small.getByRole('button', { name: '换阶段' }).count(), 0)
  assert.deepEqual(faults, [])
})
