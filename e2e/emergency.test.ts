import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see } from './browser.ts'
import { ask, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const words = '我爸喝了农药倒在地上，快来人啊'

test('an emergency: 110 in large letters before and after, and whether anybody reads', {
  timeout: 120_000,
}, async () => {
  const [phone, officer] = await Promise.all([stage.openPhone(), stage.openWorkbench('officer')])
  await see(phone, '现在没有人看消息')
  await see(phone, '这里是留言，不是报警电话')
  await see(officer, '现在没有人排班')

  // Before sending: a hint, not an obstacle.
  await phone.getByRole('link', { name: '我要问' }).first().click()
  await phone.getByLabel('想问什么？用自己的话说').fill('想问下身份证丢了怎么补')
  assert.equal(await callButton(phone).count(), 0)
  await phone.getByLabel('想问什么？用自己的话说').fill(words)
  await assertLarge(phone)

  // After sending: the same, with the number and the truth about who reads.
  await phone.goto(`/r/${stage.world.code}/`)
  await ask(phone, words, { name: '刘家人' })
  await assertLarge(phone)
  await see(phone, '现在没有人看消息')
  await openTalk(phone)
  await assertLarge(phone)

  // The station sees it as what it is, on top.
  await officer
    .getByRole('link', { name: /^紧急.*1/ })
    .first()
    .click()
  const row = officer.getByRole('listitem').filter({ hasText: '刘家人' })
  await row.getByText('紧急').waitFor()
  await row.getByRole('link').click()
  await officer.getByRole('button', { name: '系统为什么这样判断' }).click()
  await officer.getByRole('listitem').getByText('喝了农药').first().waitFor()

  // Somebody comes on duty: the line says so by the next visit.
  const chief = await stage.callAs('chief')
  const hour = 3_600_000
  const shift = {
    officerId: stage.world.officers.eastAuxiliary,
    kind: 'desk',
    startsAt: new Date(Date.now() - hour).toISOString(),
    endsAt: new Date(Date.now() + hour).toISOString(),
  }
  const planned = await chief.post('/api/shifts', { data: { shifts: [shift] } })
  assert.equal(planned.ok(), true, await planned.text())
  await phone.goto(`/r/${stage.world.code}/`)
  await see(phone, '现在有人看消息')
  await officer.goto('/workbench/')
  await see(officer, '王辅警')
})

const callButton = (phone: Page) => phone.getByRole('alert').getByRole('link', { name: '打 110' })

/** The link that calls: among the largest letters of the page, and as large as a thumb. */
async function assertLarge(phone: Page): Promise<void> {
  const call = callButton(phone)
  await call.waitFor()
  assert.equal(await call.getAttribute('href'), 'tel:110')
  const size = await call.evaluate((link) => Number.parseFloat(getComputedStyle(link).fontSize))
  assert.ok(size >= 24, `${size} px`)
  const box = await call.boundingBox()
  assert.ok(box && box.height >= 60, `${box?.height} px high`)
}
