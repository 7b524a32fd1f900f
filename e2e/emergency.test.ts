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
  const phone = await stage.openPhone()
  await see(phone, '现在没有人看消息')
  await phone.getByRole('link', { name: '急事打 110' }).waitFor()
  await see(phone, '这里是留言，不是报警电话')

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
  const officer = await stage.openWorkbench('officer')
  await see(officer, '现在没有人排班')
  await officer
    .getByRole('link', { name: /^紧急.*1/ })
    .first()
    .click()
  const row = officer.getByRole('listitem').filter({ hasText: '刘家人' })
  await row.getByText('紧急').waitFor()
  await row.getByRole('link').click()
  // The panel opens by its key, marks the word in what she wrote, and closes.
  await officer.getByRole('button', { name: /为什么$/ }).waitFor()
  await officer.keyboard.press('?')
  const why = officer.getByRole('dialog', { name: '系统为什么这样判断' })
  await why.locator('mark').getByText('喝了农药').first().waitFor()
  await officer.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })

  // She is at the workbench: the line says so by the next look, and no longer once she has left it.
  await phone.reload()
  await see(phone, '现在有人在看消息')
  await officer.getByRole('textbox', { name: '回复居民' }).fill('看到了，民警和120马上到。')
  await officer.getByRole('button', { name: '发送' }).click()
  await see(phone, '民警和120马上到')
  await phone.getByText('派出所收到了').waitFor({ state: 'detached' })
  assert.equal(await phone.getByText('现在有人在看消息').count(), 0, 'she has her answer')
  await phone.getByLabel('接着写').fill('他吐了，要不要催吐？')
  await phone.getByRole('button', { name: '发送' }).click()
  await see(phone, '派出所收到了')
  await see(phone, '现在有人在看消息')
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
  await officer.goto('/workbench/')
  await see(officer, '王辅警')
  await officer.close()
  await leaveWorkbench()
  await phone.reload()
  await see(phone, '有人值班，这会儿没在看消息')
  await see(phone, /值班到/)
})

/** As if everybody at the workbench had gone for a round ten minutes ago. */
async function leaveWorkbench(): Promise<void> {
  await stage.context.pool.query(`update auth.session set last_seen_at = now() - interval '10 minutes'`)
}

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
