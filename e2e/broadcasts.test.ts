import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { makeChat, makePerson } from '../server/domains/broadcasts/broadcasts.fixture.ts'
import { see } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { dialogOf } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { world, context } = stage
const { east, west } = world.villages
await makePerson(context.pool, world.stationId, { villageId: east })
await makePerson(context.pool, world.stationId, { villageId: west })
await makePerson(context.pool, world.stationId, { villageId: east, optedOut: true })
await makeChat(context.pool, world.stationId, { villageId: east, owner: 'LiXiuYing', members: 120 })
const desk = { text: 12, target: 24 }
const card = (page: Page, title: string) =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

test('a warning from the first word to its start: written, kept, read over by another, started once', {
  timeout: 240_000,
}, async () => {
  const chiefCalls = await stage.callAs('chief')
  const noQuiet = { settings: { quietFrom: '00:00', quietUntil: '00:00' } }
  assert.equal((await chiefCalls.patch('/api/station', { data: noQuiet })).status(), 200)

  const officer = await stage.openWorkbench('officer', { at: 'broadcasts' })
  await see(officer, '这里没有发布。')
  await officer.getByRole('link', { name: '写一条' }).click()
  await officer.getByRole('textbox', { name: '标题', exact: true }).fill('今晚有大到暴雨')
  await officer.getByRole('textbox', { name: '正文', exact: true }).fill('住在河边的请先到村部。')
  await card(officer, '会发给多少人').getByText('2 人', { exact: true }).waitFor()
  await card(officer, '会发给多少人').getByText('没算进来 1：说过不要再发').waitFor()
  await card(officer, '发出去是这样').getByText('【预警】今晚有大到暴雨').waitFor()
  await officer.getByText(/^已保存/).waitFor()
  // It has an address of its own by now; what is typed on stays one draft.
  await officer.waitForURL(/\/broadcasts\/compose\/[0-9a-f-]{36}$/)
  await officer.getByRole('textbox', { name: '正文', exact: true }).fill('住在河边、坡下的请先到村部。')
  await officer.getByRole('button', { name: '撤销' }).click()
  await officer
    .getByRole('textbox', { name: '正文', exact: true })
    .and(officer.getByText('住在河边的请先到村部。'))
    .waitFor()
  await officer.getByText(/^已保存/).waitFor()
  await officer.reload()
  await officer
    .getByRole('textbox', { name: '正文', exact: true })
    .and(officer.getByText('住在河边的请先到村部。'))
    .waitFor()
  const faults = await inspectPage(officer, desk)
  await officer.getByRole('button', { name: '送审' }).click()
  await officer.getByRole('heading', { name: '今晚有大到暴雨', level: 1 }).waitFor()
  await officer.getByText('您写过这条，要由另一位同事批准。').waitFor()
  assert.equal(await officer.getByRole('button', { name: '批准' }).count(), 0)

  const chief = await stage.openWorkbench('chief', { phone: true, at: 'broadcasts' })
  await chief.getByRole('button', { name: '1 条等您审批' }).click()
  await chief.getByRole('link', { name: /今晚有大到暴雨/ }).click()
  await chief.getByRole('button', { name: '批准' }).click()
  const asked = dialogOf(chief, '批准这条发布？')
  await asked.getByText('2 人', { exact: true }).waitFor()
  await asked.getByRole('button', { name: '批准并开始发' }).dblclick()
  await card(chief, '发给了谁').getByText('2 人', { exact: true }).waitFor()
  faults.push(...(await inspectPage(chief, desk)))
  // The writer's screen hears of it by itself.
  await card(officer, '经过').getByText('开始发').waitFor()
  await officer.getByRole('button', { name: '撤回' }).waitFor()
  assert.equal(await card(officer, '经过').getByText('开始发').count(), 1)
  assert.deepEqual(faults, [])
})
