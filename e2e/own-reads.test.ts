import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { openConversation } from './officer-steps.ts'
import { openMatter } from './open-matter.ts'
import { ask } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('a resident sees on her own phone who looked at her matter', { timeout: 120_000 }, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '我家的狗丢了，黄色的，有人看见吗？', { name: '陈大妈', village: '东村' })
  const readsPage = async () => {
    await phone.goto(`/r/${stage.world.code}/mine`)
    await phone.getByRole('link', { name: '谁看过我的信息' }).click()
    await phone.getByRole('heading', { name: '谁看过我的信息' }).waitFor()
  }
  await readsPage()
  await see(phone, '还没有人打开过您的信息。')

  const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await openConversation(officer, number)
  await readsPage()
  const line = phone.getByRole('listitem').filter({ hasText: '李民警（民警）' })
  await line.first().waitFor()
  assert.match((await line.first().textContent()) ?? '', /看了 1 次/)

  // Nobody else is told of it; larger letters do not push anything off the screen.
  const stranger = await stage.openPhone({ at: 'reads' })
  await see(stranger, '还没有人打开过您的信息。')
  await phone.goto(`/r/${stage.world.code}/reads?big=1`)
  await line.first().waitFor()
  const [width, inside] = await phone.evaluate(() => [document.body.scrollWidth, window.innerWidth])
  assert.ok(width! <= inside!, `${width} > ${inside}`)
  await line.getByRole('link', { name: number }).click()
  await see(phone, '我家的狗丢了')
})

test('a case leads to the guide of its service', { timeout: 120_000 }, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '儿子结婚了，想分户。', { name: '陈大妈', village: '东村' })
  const { caseId } = await openMatter(stage, number)
  await phone.goto(`/r/${stage.world.code}/cases/${caseId}`)
  await phone.getByRole('link', { name: '看“分户”怎么办、要带什么' }).click()
  await phone.getByRole('heading', { name: '分户', exact: true }).waitFor()
  // And the guide leads back to her own case, by what it is and not by what it is called.
  await phone.getByRole('link', { name: /^您正在办这件事/ }).waitFor()
})
