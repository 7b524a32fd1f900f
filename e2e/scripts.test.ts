import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stationDay } from '../web/ui/time.ts'
import { see } from './browser.ts'
import { inspect } from './chief-steps.ts'
import { dialogOf, openConversation } from './officer-steps.ts'
import { ask, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('an auxiliary drafts, the chief sends it back, she mends it, he approves; a slash and two letters put it into an answer', {
  timeout: 180_000,
}, async () => {
  const wang = await stage.openWorkbench('eastAuxiliary', { at: 'scripts', phone: true })
  const chief = await stage.openWorkbench('chief', { at: 'scripts/review' })
  await wang.getByRole('button', { name: '新话术' }).click()
  const editor = dialogOf(wang, '新话术')
  await editor.getByLabel('标题').fill('孔雀归谁管')
  // A variable that does not exist is told where it stands; a tap beside the dialog loses nothing.
  await editor.getByLabel('正文').fill('{养殖户}，养孔雀要先问镇里。')
  await editor.getByRole('button', { name: '存草稿' }).click()
  await editor.getByText(/系统不认识 \{养殖户\}/).waitFor()
  await wang.keyboard.press('Escape')
  await wang.getByRole('button', { name: '接着写' }).click()
  // Nor does a page that is loaded again: the browser asks.
  const asked = wang.waitForEvent('dialog')
  const leaving = wang.evaluate(() => location.reload()).catch(() => {})
  const question = await asked
  assert.equal(question.type(), 'beforeunload')
  await question.dismiss()
  await leaving
  await editor.getByLabel('正文').fill('养孔雀要先问镇里。')
  await editor.getByLabel('依据').fill('野生动物保护法')
  await editor.getByRole('button', { name: '送审' }).click()
  await see(wang, /已送审/)

  // With a phone he reads all of it too, and where and by whom it may be sent.
  const pocket = await stage.openWorkbench('chief', { at: 'scripts/review', phone: true })
  await pocket.getByRole('link', { name: /孔雀归谁管/ }).click()
  await pocket.locator('.version-diff').getByText('养孔雀要先问镇里。').waitFor()
  await see(pocket, '适用的村：全部村 · 辅警可以直接发')
  await chief.getByRole('link', { name: /孔雀归谁管/ }).click()
  await inspect(chief)
  await chief.getByRole('button', { name: '退回' }).click()
  const back = dialogOf(chief, '退回')
  await back.getByLabel('哪里要改').fill('要写清找哪个部门')
  await back.getByRole('button', { name: '确定' }).click()
  await back.waitFor({ state: 'hidden' })

  await wang.goto('/workbench/scripts/review?tab=own')
  await wang.getByRole('link', { name: /孔雀归谁管/ }).click()
  await see(wang, '周所长：要写清找哪个部门')
  await inspect(wang)
  await wang.getByRole('button', { name: '修改' }).click()
  const mending = dialogOf(wang, '起草新版')
  await mending.getByLabel('正文').fill('养孔雀要先问林业站。')
  await mending.getByRole('button', { name: '送审' }).click()
  await mending.waitFor({ state: 'hidden' })
  // Both versions side by side, with what she changed.
  await wang.locator('.version-diff ins').getByText('林业站').waitFor()
  assert.equal(await wang.locator('.version-diff del').first().textContent(), '镇里')

  await chief.reload()
  await chief.getByRole('link', { name: /孔雀归谁管/ }).click()
  await chief.getByRole('button', { name: '批准使用' }).click()
  await see(chief, '已批准')

  const phone = await stage.openPhone()
  const number = await ask(phone, '邻居养的孔雀半夜叫，归谁管？', { name: '陈大妈', village: '东村' })
  await wang.goto('/workbench/inbox/villages')
  await openConversation(wang, number)
  const field = wang.getByRole('textbox', { name: '回复居民' })
  await field.pressSequentially('/kqgs')
  await wang.getByRole('option', { name: /孔雀归谁管/ }).waitFor()
  await field.press('Escape')
  assert.equal(await wang.getByRole('option').count(), 0)
  await field.fill('')
  await field.pressSequentially('/kongque')
  await wang.getByRole('option', { name: /孔雀归谁管/ }).waitFor()
  await field.press('Enter')
  assert.equal(await field.inputValue(), '养孔雀要先问林业站。')
  await wang.getByRole('button', { name: '发送' }).click()
  await wang.getByRole('log').getByText('养孔雀要先问林业站。').waitFor()
  await openTalk(phone)
  await phone.getByText('养孔雀要先问林业站。').waitFor()

  // Enter is for the list, also while it is on its way: no new line, no slash to the resident, no script of an older list.
  await wang.route('**/scripts?*', async (route) => {
    await wang.waitForTimeout(1500)
    await route.continue()
  })
  await field.pressSequentially('/k')
  await field.press('Enter')
  assert.equal(await field.inputValue(), '/k')
  await wang.getByRole('option').first().waitFor()
  await field.pressSequentially('qgsg')
  await wang.waitForTimeout(700)
  await field.press('Enter')
  assert.equal(await field.inputValue(), '/kqgsg')
  await wang.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1)
  await field.press('Enter')
  assert.equal(await field.inputValue(), '养孔雀要先问林业站。')
  await field.fill('')
  await wang.unroute('**/scripts?*')

  // What a guide knows need not be typed on a phone.
  await field.pressSequentially('/fh')
  await wang.getByRole('option', { name: /分户怎么办/ }).click()
  await wang.getByRole('combobox', { name: '照办事指南填：选一项' }).click()
  await wang.locator('.ant-select-dropdown:visible').getByText('分户', { exact: true }).click()
  await wang.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value.includes('请带：申请人身份证'),
  )
  assert.equal(await wang.getByRole('button', { name: '发送' }).isEnabled(), true)

  // On a phone too, what was sent most stands first, and what was answered most when asked for.
  await pocket.goto(`/workbench/scripts/use?month=${stationDay().slice(0, 7)}`)
  await pocket.locator('.use-table tbody tr').first().getByRole('link', { name: '孔雀归谁管' }).waitFor()
  await pocket.getByRole('combobox', { name: '排序' }).click()
  await pocket.locator('.ant-select-dropdown:visible').getByText('“有异议”多的在前').click()
  await pocket.locator('.use-table tbody tr').first().getByText('孔雀归谁管').waitFor({ state: 'detached' })
  await inspect(pocket)

  await chief.goto('/workbench/scripts?text=kqgsg')
  await chief.getByRole('link', { name: /孔雀归谁管/ }).click()
  await chief.getByRole('combobox', { name: '版本', exact: true }).click()
  await chief.locator('.ant-select-dropdown:visible').getByText('全部版本', { exact: true }).click()
  await chief.getByRole('link', { name: number }).waitFor()
})

test('two edit a guide at once: the second is told, keeps what she wrote, and nothing is lost unseen', {
  timeout: 120_000,
}, async () => {
  stage.expect('409 /api/guides')
  const call = await stage.callAs('chief')
  const guide = await (await call.get('/api/guides/household-split')).json()
  const chief = await stage.openWorkbench('chief', { at: 'guides/household-split' })
  await chief.getByRole('button', { name: '修改', exact: true }).click()
  const editor = dialogOf(chief, '修改指南')
  await editor.getByLabel('在哪里办').fill('派出所二楼')
  const summary = '同事刚改好的一句话'
  const changed = await call.patch(`/api/guides/${guide.id}`, { data: { version: guide.version, summary } })
  assert.equal(changed.status(), 200, await changed.text())
  // The page under the dialog has the newer one; the dialog does not take it for read.
  await chief.getByText(summary).first().waitFor({ state: 'attached' })
  await editor.getByRole('button', { name: '保存' }).click()
  await see(chief, /刚刚被同事改过/)
  assert.equal(await editor.getByLabel('在哪里办').inputValue(), '派出所二楼')
  assert.equal((await (await call.get('/api/guides/household-split')).json()).summary, summary)
})

test('a guide of our own: without papers nobody sees it until somebody says that none are needed', {
  timeout: 120_000,
}, async () => {
  stage.expect('400 /api/guides')
  const chief = await stage.openWorkbench('chief', { at: 'guides', phone: true })
  await chief.getByRole('button', { name: '新建指南' }).click()
  await dialogOf(chief, '新建指南').getByLabel('名称').fill('养蜂登记')
  await dialogOf(chief, '新建指南').getByRole('button', { name: '确定' }).click()
  await chief.getByRole('button', { name: '修改', exact: true }).click()
  const editor = dialogOf(chief, '修改指南')
  await editor.getByLabel('先不给居民看').uncheck()
  await editor.getByRole('button', { name: '保存' }).click()
  await see(chief, /一样材料也没有/)
  await editor.getByRole('tab', { name: '要带的材料' }).click()
  await editor.getByLabel('不用带材料').check()
  await editor.getByRole('button', { name: '保存' }).click()
  await editor.waitFor({ state: 'hidden' })
  const phone = await stage.openPhone({ at: 'guides/station-1' })
  await phone.getByRole('heading', { name: '养蜂登记' }).waitFor()
})
