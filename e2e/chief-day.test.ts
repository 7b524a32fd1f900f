import assert from 'node:assert/strict'
import { test } from 'node:test'
import { password } from '../test/sign-in.ts'
import { breakCheckpoints } from './break-job.ts'
import { see } from './browser.ts'
import {
  changeLimit,
  confirmIdentity,
  draft,
  inspect,
  makeFeedAddress,
  openSaturdays,
  planNights,
  suspend,
  until,
} from './chief-steps.ts'
import { makeCode } from './make-code.ts'
import { dialogOf } from './officer-steps.ts'
import { openMatter } from './open-matter.ts'
import { ask, openTalk, speak } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('an authenticator guards the account, and a calendar app has an address of its own', {
  timeout: 120_000,
}, async () => {
  // The stream may come back with the old token while the new one is still on its way, and then once more.
  stage.expect('400 /api/session/second-factor', '401 /api/session', '401 /api/live')
  const page = await stage.openWorkbench('eastAuxiliary', { phone: true, at: 'settings/account' })
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await confirmIdentity(page)
  await page.getByRole('img', { name: 'QR' }).waitFor()
  const secret = (await page.locator('.secret').textContent())?.trim() ?? ''
  const code = page.getByLabel('输入验证器上的 6 位数字')
  const confirm = page.locator('form').filter({ has: code }).getByRole('button', { name: '确定' })
  await inspect(page)
  await code.fill(makeCode(secret) === '123456' ? '654321' : '123456')
  await confirm.click()
  await see(page, '密码或动态码不对，请再试一次。')
  await code.fill(makeCode(secret))
  // The session goes on under another token. The open stream learns it at its next pulse and comes back by itself.
  const stream = page.waitForRequest(/\/api\/live/)
  await confirm.click()
  await page.getByRole('button', { name: '我已抄好' }).click()
  await see(page, '已开启。登录时要输动态码。')
  await stream
  await see(page, '实时')
  assert.equal(await dialogOf(page, '请重新登录').count(), 0)

  // Fetched by an app that has no session; a new address ends the old one.
  const feed = await makeFeedAddress(page)
  const calendar = await fetch(feed)
  assert.match(calendar.headers.get('content-type') ?? '', /^text\/calendar/)
  assert.match(await calendar.text(), /^BEGIN:VCALENDAR[\s\S]*测试镇派出所预约[\s\S]*END:VCALENDAR/)
  await page.reload()
  assert.notEqual(await makeFeedAddress(page), feed)
  assert.equal((await fetch(feed)).status, 404)

  await page.getByRole('button', { name: '我的账号' }).click()
  await page.getByText('退出登录').click()
  await page.getByLabel('用户名').fill(`eastauxiliary-${stage.world.code}`)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await see(page, /^登录没有成功/)
  await page.getByRole('button', { name: '我开了动态码' }).click()
  await page.getByLabel('动态码').fill(makeCode(secret, 1))
  await inspect(page)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await see(page, '王辅警，您好')
})

test('the chief suspends, plans, opens, approves and has failed work done again', {
  timeout: 120_000,
}, async () => {
  stage.expect('401 /api/')
  const auxiliary = await stage.openWorkbench('westAuxiliary', { phone: true })
  await see(auxiliary, '赵辅警，您好')
  const chief = await stage.openWorkbench('chief', { at: 'settings/members' })
  const row = chief.getByRole('row', { name: /赵辅警/ })
  await suspend(chief, '赵辅警', '调到别的派出所')
  await row.getByText('已停用').waitFor()
  const ended = dialogOf(auxiliary, '请重新登录')
  await ended.getByLabel('密码', { exact: true }).fill(password)
  await ended.getByRole('button', { name: '登录', exact: true }).click()
  await see(auxiliary, /^登录没有成功/)
  await chief.getByRole('button', { name: '操作 赵辅警' }).click()
  await chief.getByRole('menuitem', { name: '恢复' }).click()
  await row.getByText('已停用').waitFor({ state: 'hidden' })
  await ended.getByRole('button', { name: '登录', exact: true }).click()
  await ended.waitFor({ state: 'hidden' })

  await chief.getByRole('link', { name: '值班表' }).click()
  await planNights(chief, '李民警 · 民警')
  const nights = chief.getByText(/^巡逻 21:00–次日06:00$/)
  await nights.nth(4).waitFor()
  await inspect(chief)
  await chief
    .getByRole('button', { name: /^移除 李民警/ })
    .first()
    .click()
  await nights.nth(4).waitFor({ state: 'detached' })

  await chief.getByRole('link', { name: '开放时间' }).click()
  await openSaturdays(chief, '18:15')
  await chief.reload()
  await until(async () => (await chief.getByLabel('周六 关门').last().inputValue()) === '18:15')

  const drafter = await stage.callAs('westAuxiliary')
  assert.equal((await drafter.post('/api/scripts', { data: draft })).status(), 200)
  await chief.goto('/workbench/scripts?pending=yes')
  await chief.getByRole('link', { name: /证明在哪里开/ }).click()
  await chief.getByRole('button', { name: '批准使用' }).click()
  await see(chief, /第 1 版 · 周所长/)
  await inspect(chief)

  const checkpoints = await breakCheckpoints(stage)
  const letters = async () => (await (await chief.request.get('/api/jobs/dead-letters')).json()).total
  await until(async () => (await letters()) === 1)
  await chief.goto('/workbench/settings/dead-letters')
  const letter = chief.getByRole('listitem').filter({ hasText: '给操作记录盖校验点' })
  await letter.waitFor()
  await inspect(chief)
  checkpoints.mend()
  await letter.getByRole('button', { name: '再试一次' }).click()
  await see(chief, '没有，一切正常')
  await until(checkpoints.isDone)
})

test('a voice is heard, and the deadline of a matter moves and waits', { timeout: 120_000 }, async () => {
  const phone = await stage.openPhone()
  await phone.context().grantPermissions(['microphone'])
  const number = await ask(phone, '我想分户，要带什么材料？', { name: '陈大妈', village: '东村' })
  await openTalk(phone)
  await speak(phone, 1500)
  const { caseId, conversationId } = await openMatter(stage, number)

  const chief = await stage.openWorkbench('chief', { at: `inbox/all/${conversationId}` })
  const voice = chief.getByRole('log').getByLabel('语音')
  await voice.focus()
  await chief.keyboard.press('Space')
  await until(() => voice.evaluate((sound: HTMLAudioElement) => sound.ended && sound.currentTime > 1))
  await inspect(chief)

  await chief.goto(`/workbench/cases/${caseId}`)
  await changeLimit(chief, '延长', '材料要到市里核对')
  await see(chief, /周所长 延长 \+3：材料要到市里核对/)
  await changeLimit(chief, '暂停', '等居民补房产证')
  await see(chief, '已暂停')
  assert.equal(await chief.getByRole('button', { name: '办理时限 延长' }).count(), 0)
  await changeLimit(chief, '恢复', '房产证补来了')
  await see(chief, /^还剩 /)
  await inspect(chief)
})
