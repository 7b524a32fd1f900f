import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { remindAppointments } from '../server/domains/appointments/remind-appointments.ts'
import { stationDay } from '../server/platform/station-day.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { see } from './browser.ts'
import { choose, dialogOf } from './officer-steps.ts'
import { bringForward } from './pass-time.ts'
import { ask, chooseTime, confirmBooking, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('one time, two phones; then moved, missed, and a walk-in', { timeout: 120_000 }, async () => {
  stage.expect('409 /api/resident/appointments', '409 /api/appointments')
  await leaveOneCounter()
  const at = 'booking?guide=household-split'
  const [chen, liu] = await Promise.all([stage.openPhone({ at }), stage.openPhone({ at })])
  const times = await Promise.all([chooseTime(chen, 'last'), chooseTime(liu, 'last')])
  assert.equal(times[0], times[1])
  const people = [
    { phone: chen, name: '陈大妈', number: '13900000001' },
    { phone: liu, name: '刘师傅', number: '13900000002' },
  ]
  for (const { phone, name, number } of people) {
    await phone.getByLabel('姓名').fill(name)
    await phone.getByLabel('手机号').fill(number)
  }
  await Promise.all(people.map(({ phone }) => phone.getByRole('button', { name: /^约 / }).click()))
  const got = (phone: Page) => phone.getByRole('heading', { name: '约好了' })
  const taken = (phone: Page) => phone.getByRole('alert').filter({ hasText: '刚被别人约走了' })
  await Promise.all(people.map(({ phone }) => got(phone).or(taken(phone)).first().waitFor()))
  const winners = await Promise.all(people.map(({ phone }) => got(phone).isVisible()))
  assert.equal(winners.filter(Boolean).length, 1, 'exactly one has the time')
  const first = winners[0] ? people[0]! : people[1]!
  const second = winners[0] ? people[1]! : people[0]!

  // The other is offered three free times and takes one.
  const offers = taken(second.phone).getByRole('button')
  assert.equal(await offers.count(), 3)
  await offers.first().click()
  const missed = await confirmBooking(second.phone, { name: second.name, phone: second.number })

  // The first one moves hers.
  await first.phone.getByRole('button', { name: '改时间' }).click()
  await chooseTime(first.phone)
  await first.phone.getByRole('button', { name: /^改到 / }).click()
  await see(first.phone, '时间改好了')
  await see(first.phone, /原来约的是/)

  // The second one does not come.
  await bringForward(stage, missed, -20)
  const day = stationDay(new Date(Date.now() - 20 * 60_000))
  const officer = await stage.openWorkbench('officer', { at: `appointments?day=${day}` })
  await officer.getByRole('button', { name: new RegExp(second.name) }).click()
  const drawer = officer.getByRole('dialog')
  await drawer.getByRole('button', { name: '没来' }).click()
  await drawer.getByText('没来').first().waitFor()
  await drawer.getByRole('button', { name: '到了' }).waitFor({ state: 'detached' })
  await second.phone.reload()
  await see(second.phone, /没来/)

  // Somebody without an appointment stands at the counter.
  await officer.goto('/workbench/appointments')
  await officer.getByRole('button', { name: '现场取号' }).click()
  const walkIn = dialogOf(officer, '现场取号')
  await choose(walkIn, '办什么', '分户')
  await walkIn.getByLabel('姓名').fill('周大爷')
  await walkIn.getByRole('button', { name: '确定' }).click()
  await see(officer, '已取号：1 号')
  await officer.getByRole('button', { name: /1 号.*周大爷/ }).waitFor()
})

test('booked without ever asking: the phone reminds her, and an officer rings up with one tap', {
  timeout: 120_000,
}, async () => {
  const phone = await stage.openPhone({ at: 'booking?guide=household-split' })
  await chooseTime(phone, 'last')
  const number = await confirmBooking(phone, { name: '何奶奶', phone: '13900000003' })
  await bringForward(stage, number, 90)
  await bookedDaysAgo(number)
  await phone.goto(`/r/${stage.world.code}/`)
  const reminder = phone.getByRole('link', { name: /提醒您：.+到派出所办“分户”/ })
  await reminder.waitFor()
  assert.match((await reminder.textContent()) ?? '', /地点：测试镇派出所.+要带：/)

  const day = stationDay(new Date(Date.now() + 90 * 60_000))
  const officer = await stage.openWorkbench('officer', { at: `appointments?day=${day}`, phone: true })
  const line = officer.getByRole('listitem').filter({ hasText: '何奶奶' })
  await line.getByText('139****0003').waitFor()
  await officer.getByRole('button', { name: /何奶奶.*要打电话提醒/ }).waitFor()
  await line.getByRole('button', { name: '看电话' }).click()
  await officer.getByRole('dialog').getByRole('link', { name: '13900000003' }).first().waitFor()
  await officer.keyboard.press('Escape')
  await line.getByRole('button', { name: '已电话提醒' }).click()
  await line.waitFor({ state: 'detached' })
  await officer.getByRole('button', { name: /何奶奶/ }).click()
  await officer
    .getByRole('dialog')
    .getByText(/李民警 .*已电话提醒/)
    .waitFor()
})

test('booked from a talk: the reminder comes into it, and is no answer to what she asked', {
  timeout: 120_000,
}, async () => {
  const phone = await stage.openPhone()
  await ask(phone, '我想和爹娘分户，要带什么？', { name: '夏小妹', village: '东村' })
  await openTalk(phone)
  const talk = phone.url()
  await phone.getByRole('link', { name: '预约到窗口' }).click()
  await phone.getByRole('link', { name: '分户', exact: true }).click()
  await chooseTime(phone, 'last')
  const number = await confirmBooking(phone, { name: '夏小妹', phone: '13900000004' })
  await bringForward(stage, number, 40)
  await bookedDaysAgo(number)
  await phone.goto(talk)
  assert.equal(await remindAppointments(stage.context, { stationId: stage.world.stationId }), 1)
  await see(phone, /提醒您：约好.+请带好/)
  await see(phone, '派出所收到了')
})

test('who is there again for the same is received with a word on why', { timeout: 120_000 }, async () => {
  stage.expect('409 /api/appointments')
  const phone = await stage.openPhone({ at: 'booking?guide=household-split' })
  await chooseTime(phone, 'last')
  const person = { name: '袁婶', phone: '13900000005' }
  const before = await confirmBooking(phone, person)
  await bringForward(stage, before, -60)
  await received(before)
  await phone.goto(`/r/${stage.world.code}/booking?guide=household-split`)
  await chooseTime(phone, 'last')
  const number = await confirmBooking(phone, person)
  await bringForward(stage, number, 30)

  const day = stationDay(new Date(Date.now() + 30 * 60_000))
  const officer = await stage.openWorkbench('officer', { at: `appointments?day=${day}` })
  await officer.getByRole('button', { name: /袁婶/ }).last().click()
  const drawer = officer.getByRole('dialog').first()
  await drawer.getByRole('button', { name: '到了' }).click()
  await drawer.getByRole('button', { name: '办完', exact: true }).click()
  const why = officer.getByLabel('已经来过一次了，为什么又来一趟')
  await why.fill('上次户主没有一起来')
  await dialogOf(officer, '办完').getByRole('button', { name: '确定' }).click()
  await why.waitFor({ state: 'detached' })
  await drawer.getByText('上次户主没有一起来').waitFor()
})

/** She came and it was done. */
async function received(number: string): Promise<void> {
  await inStation(stage.context.pool, stage.world.stationId, (tx) =>
    tx.client.query(`update appointments set status = 'served' where station_id = $1 and number = $2`, [
      tx.stationId,
      number,
    ]),
  )
}

/** Long enough ago that the reminder is not about what she has just done. */
async function bookedDaysAgo(number: string): Promise<void> {
  await inStation(stage.context.pool, stage.world.stationId, (tx) =>
    tx.client.query(
      `update appointments set booked_at = booked_at - interval '9 days' where station_id = $1 and number = $2`,
      [tx.stationId, number],
    ),
  )
}

/** So that a time is the last one as soon as one person has it. */
async function leaveOneCounter(): Promise<void> {
  const chief = await stage.callAs('chief')
  const { items } = await (await chief.get('/api/counters')).json()
  for (const { id } of items.slice(1)) {
    const closed = await chief.post(`/api/counters/${id}/closure`, { data: {} })
    assert.equal(closed.ok(), true, await closed.text())
  }
}
