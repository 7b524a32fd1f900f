import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { remindAppointments } from '../server/domains/appointments/remind-appointments.ts'
import { stationDay } from '../server/platform/station-day.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { see } from './browser.ts'
import { drawPhoto } from './draw-photo.ts'
import { choose, dialogOf } from './officer-steps.ts'
import { bringForward } from './pass-time.ts'
import { ask, chooseTime, confirmBooking, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const marriage = '结婚证，或离婚证加离婚协议，或法院判决书'
const consent = '户主同意的意见'

const answer = async (phone: Page, question: string, words: string) => {
  await phone.getByRole('heading', { name: question }).waitFor()
  await phone.getByRole('button', { name: words, exact: true }).click()
}
/** The card of what to bring, on her page. */
const bring = (phone: Page) =>
  phone.locator('section.card').filter({ has: phone.getByRole('heading', { name: '到时候要带' }) })
const paper = (card: Locator, name: string) => card.getByRole('listitem').filter({ hasText: name })
/** A choice in a field of the workbench that stands in no dialog. */
async function pick(page: Page, within: Locator, field: string, option: string): Promise<void> {
  await within.getByLabel(field).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

test('answered on the phone, corrected at the station: one list on every page and in every message', {
  timeout: 240_000,
}, async () => {
  const phone = await stage.openPhone()
  phone.setDefaultTimeout(60_000)
  await phone.getByRole('button', { name: '字大一点' }).click()
  await ask(phone, '我想和爹娘分户', { name: '夏小妹', village: '东村' })
  await openTalk(phone)
  const talk = phone.url()
  await phone
    .getByLabel('拍照', { exact: true })
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(2) })
  await phone.getByRole('button', { name: '发送' }).click()
  await phone.getByRole('button', { name: '看大图' }).waitFor()
  await phone.goto(`/r/${stage.world.code}/guides/household-split`)
  await answer(phone, '您的户口现在在这个派出所吗？', '在这里')
  await answer(phone, '要分出来的人满18岁了吗？', '满了')
  await answer(phone, '为什么分开？', '兄弟、父子分家')
  await answer(phone, '您住的房子有证吗？', '自己建的，没有证')
  await answer(phone, '户主能一起来吗？', '来不了')
  await phone.getByRole('link', { name: '预约时间' }).click()
  await see(phone, '约好以后，要带的材料照这个列。')
  await chooseTime(phone, 'last')
  const number = await confirmBooking(phone, { name: '夏小妹', phone: '13900000004' })
  const hers = bring(phone)
  await paper(hers, consent).waitFor()
  assert.equal(await paper(hers, marriage).count(), 0)
  await hers.getByText(`不用带：${marriage}`).waitFor()
  await hers.getByText('请村（居）委会写“分家实住”说明').waitFor()

  // The officer sees what she answered and the same list.
  await bringForward(stage, number, 150)
  const day = stationDay(new Date(Date.now() + 150 * 60_000))
  const officer = await stage.openWorkbench('officer', { at: `appointments?day=${day}` })
  await officer.getByRole('button', { name: /夏小妹/ }).click()
  const drawer = officer.getByRole('dialog')
  const reason = drawer.locator('.guide-answer').filter({ hasText: '为什么分开？' })
  await reason.getByText('兄弟、父子分家').waitFor()
  await reason.getByText(/^居民/).waitFor()
  const list = drawer.locator('.own-papers')
  await list.getByText(consent).waitFor()
  assert.equal(await list.getByText(marriage).count(), 0)

  // It was a divorce: put right once, it stands on her page at once, in the talk, and on any phone of hers.
  await pick(officer, reason, '为什么分开？', '离婚了')
  await drawer.getByRole('button', { name: '存下来' }).click()
  await list.getByText(marriage).waitFor()
  await paper(hers, marriage).waitFor()
  await see(phone, /有的回答民警帮您改过/)
  const second = await stage.openBrowser()
  await second.context().addCookies(await phone.context().cookies())
  await second.goto(phone.url())
  await paper(bring(second), marriage).waitFor()

  // The photo of her card came in the talk: laid to a wrong paper, taken off, laid to the right one.
  const row = (name: string) => list.getByRole('listitem').filter({ hasText: name })
  const layTo = async (name: string) => {
    await row(name).getByRole('button', { name: '放会话里的照片' }).click()
    const photos = dialogOf(officer, new RegExp(`放到“${name}`))
    await photos.getByRole('button', { name: '放到这一样' }).click()
    await photos.getByRole('button', { name: '已放' }).waitFor()
    await photos.getByRole('button', { name: '关上' }).last().click()
  }
  await layTo('原户口簿')
  await paper(hers, '原户口簿').getByText('照片 1 张').waitFor()
  await row('原户口簿').getByRole('button', { name: /^拿下/ }).click()
  await paper(hers, '原户口簿').getByText('照片 1 张').waitFor({ state: 'detached' })
  await layTo('申请人身份证')
  await paper(hers, '申请人身份证').getByText('照片 1 张').waitFor()

  // She corrects what she had said; the officer's drawer follows, and so does the reminder.
  await phone.getByRole('button', { name: '上一问' }).click()
  await answer(phone, '户主能一起来吗？', '能来')
  await paper(hers, consent).waitFor({ state: 'detached' })
  await list.getByText(consent).waitFor({ state: 'detached' })
  await inStation(stage.context.pool, stage.world.stationId, (tx) =>
    tx.client.query(
      `update appointments set booked_at = booked_at - interval '9 days' where station_id = $1 and number = $2`,
      [tx.stationId, number],
    ),
  )
  await bringForward(stage, number, 100)
  assert.equal(await remindAppointments(stage.context, { stationId: stage.world.stationId }), 1)
  await phone.goto(talk)
  const reminder = phone.getByText(/^提醒您：/)
  await reminder.waitFor()
  const said = (await reminder.textContent()) ?? ''
  assert.match(said, new RegExp(`请带好：[^。]*${marriage}；`))
  assert.doesNotMatch(said, new RegExp(`${consent}|也许还要`))
  await see(phone, /要带的改了一下.*户主同意的意见/)

  // What the phone kept for the guide is what the station knows by now.
  await phone.goto(`/r/${stage.world.code}/guides/household-split`)
  await see(phone, /家里的情况在那里改/)
  await phone.getByRole('checkbox', { name: marriage }).waitFor()
})

test('on the telephone: the officer asks, books and writes it down in one go; she hears of her own papers', {
  timeout: 180_000,
}, async () => {
  const phone = await stage.openPhone()
  await ask(phone, '分户要带什么？', { name: '何奶奶', village: '东村' })
  await openTalk(phone)
  const call = await stage.callAs('officer')
  const { items } = await (await call.get('/api/conversations?queue=waiting')).json()
  const mine = items.find(({ contact }: { contact: { name: string } }) => contact.name === '何奶奶')
  const officer = await stage.openWorkbench('officer', { at: `inbox/all/${mine.id}` })
  await officer.getByRole('button', { name: '预约' }).first().click()
  const dialog = dialogOf(officer, '预约时间')
  await choose(dialog, '办什么', '分户')
  await pick(officer, dialog, '您的户口现在在这个派出所吗？', '在这里')
  await pick(officer, dialog, '要分出来的人满18岁了吗？', '满了')
  await pick(officer, dialog, '为什么分开？', '结婚了')
  await dialog
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .last()
    .click()
  await dialog.getByRole('button', { name: '确定' }).click()
  await see(officer, '预约好了')
  const told = phone.getByText(/^给您约好了/)
  await told.waitFor()
  const words = (await told.textContent()) ?? ''
  assert.match(words, new RegExp(`请带好：[^。]*${marriage}`))
  assert.match(words, new RegExp(`看您家情况，也许还要：${consent}（户主不能一起到场的）。`))
})
