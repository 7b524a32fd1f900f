import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { drawPhoto } from './draw-photo.ts'
import { choose, dialogOf, openConversation } from './officer-steps.ts'
import { bringForward, stayWithinDay } from './pass-time.ts'
import { ask, chooseTime, confirmBooking, openTalk, rate } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const question = '我想单独上个户口本，跟爹娘分开户，要带什么？'
const resident = { name: '陈小桥', phone: '13900001234' }
const outcome = '新户口簿已经办好，当面交给您了。'

test('a household split, from the question to the outcome on the same day', {
  timeout: 180_000,
}, async (t) => {
  await stayWithinDay()
  const [phone, auxiliary, officer] = await Promise.all([
    stage.openPhone(),
    stage.openWorkbench('eastAuxiliary', { phone: true, at: 'inbox/waiting' }),
    stage.openWorkbench('officer', { at: 'inbox/waiting' }),
  ])
  await see(auxiliary, '没有人在等，都答复了。')

  // She asks; the auxiliary's phone shows it by itself.
  const number = await ask(phone, question, { name: resident.name, village: '东村' })
  const asked = performance.now()
  await auxiliary.getByRole('link', { name: /陈小桥/ }).waitFor()
  const millis = Math.round(performance.now() - asked)
  t.diagnostic(`on the auxiliary's phone ${millis} ms after the number`)
  assert.ok(millis < 5000)

  // The reading and its reasons; the script for it, with what it could not know.
  await openConversation(auxiliary, '陈小桥')
  await see(auxiliary, '业务咨询')
  await auxiliary.getByRole('button', { name: /为什么$/ }).click()
  const why = auxiliary.getByRole('dialog', { name: '系统为什么这样判断' })
  await why.getByText('说的是办证办事').first().waitFor()
  await auxiliary.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })
  await auxiliary.getByRole('button', { name: /分户怎么办/ }).click()
  const gap = auxiliary.getByRole('textbox', { name: '材料清单' })
  const reply = auxiliary.getByRole('textbox', { name: '回复居民' })
  assert.match(await reply.inputValue(), /陈小桥/)
  if (await gap.isVisible()) {
    await gap.fill('居民身份证、原户口簿、房屋凭据')
    await gap.press('Enter')
  }
  const answer = await reply.inputValue()
  assert.doesNotMatch(answer, /[{}]/)
  await auxiliary.getByRole('button', { name: '发送' }).click()
  await auxiliary.getByText('用了话术').waitFor()

  // The answer reaches her while she looks.
  await openTalk(phone)
  await phone.getByText('材料齐的当天办').waitFor()

  // She reads the guide, ticks and photographs her papers, shows them where she asked, and books a time.
  await phone.goto(`/r/${stage.world.code}/`)
  await phone.getByRole('link', { name: /办事指南/ }).click()
  await phone.getByLabel('想办什么？用自己的话说').fill('跟爹娘分开户')
  await phone.getByRole('link', { name: /^分户/ }).first().click()
  await see(phone, /备好 0 \/ \d/)
  await phone.getByRole('checkbox', { name: /原户口簿/ }).check()
  await see(phone, /备好 1 \/ \d/)
  await phone
    .getByLabel('拍照：申请人身份证')
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(2) })
  await see(phone, /备好 2 \/ \d/)
  await phone.getByText('传好了').waitFor()
  await phone.getByRole('combobox', { name: '接着哪件事说' }).waitFor()
  await phone.getByRole('button', { name: '发给派出所看' }).click()
  await phone.getByText('备好了：').waitFor()
  await auxiliary.getByRole('log').getByText('✓ 申请人身份证（照片1）').waitFor()
  await auxiliary.getByRole('log').getByText('✓ 原户口簿').waitFor()
  await phone.goto(`/r/${stage.world.code}/guides/household-split`)
  await phone.getByRole('link', { name: '预约时间' }).click()
  await chooseTime(phone)
  const appointment = await confirmBooking(phone, resident)

  // The officer opens the case out of the conversation.
  await officer.getByRole('link', { name: /^全部/ }).click()
  await openConversation(officer, number)
  await officer.getByRole('button', { name: '开案件' }).click()
  const opening = dialogOf(officer, '新建案件')
  await choose(opening, '办事项目', '分户')
  await opening.getByLabel('标题').fill('陈小桥申请分户')
  await opening.getByRole('button', { name: '确定' }).click()
  await officer.getByRole('heading', { name: '陈小桥申请分户' }).waitFor()
  // What she told is there as her own word; no officer has looked yet.
  await officer.locator('.material').filter({ hasText: '原户口簿' }).getByText('居民说已备好').waitFor()
  const card = officer.locator('.material').filter({ hasText: '申请人身份证' })
  await card.getByText('已拍照，待看').waitFor()
  await card.getByRole('img', { name: '申请人身份证' }).waitFor()

  // She photographs a paper; the officer looks at it.
  await phone.goto(`/r/${stage.world.code}/mine`)
  await phone.getByRole('link', { name: /陈小桥申请分户/ }).click()
  const paper = phone.getByRole('listitem').filter({ hasText: '原户口簿' })
  await paper
    .getByLabel('拍照：原户口簿')
    .setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto() })
  await paper.getByText('拍好了，等派出所看').waitFor()
  await officer.getByRole('img', { name: '原户口簿' }).waitFor()
  await officer.getByRole('button', { name: '可以', exact: true }).first().waitFor()
  for (const material of await officer.locator('.material').all()) {
    const wanted = (await material.getByText(/仅当/).count()) > 0 ? '不需要' : '可以'
    await material.getByRole('button', { name: wanted, exact: true }).click()
    await material.getByText(wanted).first().waitFor()
  }
  await paper.getByText('可以').waitFor()

  // The time comes: she arrives and is served.
  await bringForward(stage, appointment, 1)
  await officer.goto('/workbench/appointments')
  await officer.getByRole('button', { name: /陈小桥/ }).click()
  await officer.getByRole('button', { name: '到了' }).click()
  await officer.getByRole('dialog').getByText('已到').first().waitFor()
  await officer.getByRole('button', { name: '办完' }).click()
  await officer.getByRole('dialog').getByText('已办').first().waitFor()

  // The outcome, told where she asked.
  await officer.goto('/workbench/cases')
  await officer.getByRole('link', { name: /陈小桥申请分户/ }).click()
  await officer.getByRole('button', { name: '办好了' }).click()
  const ending = dialogOf(officer, '办理结果')
  await ending.getByText('到窗口办结').click()
  await ending.getByText('非紧急').click()
  await ending.getByLabel('告诉居民的话').fill(outcome)
  await ending.getByRole('button', { name: '办好了' }).click()
  await phone.getByText(outcome).waitFor()
  await phone.getByRole('listitem').filter({ hasText: '办好了' }).waitFor()
  await rate(phone, '有帮助')
  await see(phone, '谢谢您告诉我们！')
  await officer.getByText(/居民评价：/).waitFor()

  // And it counts: one finished, on the day it was asked for.
  const chief = await stage.openWorkbench('chief', { at: 'statistics' })
  const figure = chief.locator('section', { has: chief.getByRole('heading', { name: '当天办结率' }) })
  await chief.getByText('按日期').click()
  await figure.getByText('1 ÷ 1').waitFor()
  await figure.getByRole('button', { name: '看明细' }).last().click()
  await chief.getByRole('link', { name: /陈小桥申请分户/ }).waitFor()
})
