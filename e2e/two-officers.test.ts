import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see } from './browser.ts'
import { answer, dialogOf, openConversation } from './officer-steps.ts'
import { ask } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const field = (page: Page) => page.getByRole('textbox', { name: '回复居民' })

test('two officers in one conversation do not undo each other', { timeout: 120_000 }, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '隔壁半夜放音响，吵得睡不着，能管一管吗？', {
    name: '陈大妈',
    village: '东村',
  })
  await phone.goto(`/r/${stage.world.code}/`)
  const other = await ask(phone, '身份证快到期了，换证要带什么？')
  const [wang, li] = await Promise.all([
    stage.openWorkbench('eastAuxiliary', { at: 'inbox/all' }),
    stage.openWorkbench('officer', { at: 'inbox/all' }),
  ])
  await Promise.all([openConversation(wang, number), openConversation(li, number)])

  // One writes, the other is warned.
  const draft = '我今晚过去看看，先和隔壁说一声。'
  await field(wang).pressSequentially(draft)
  await see(li, '王辅警正在写')
  await see(wang, /草稿已保存/)

  // A colleague's answer, a reload and a look at another conversation leave what is typed.
  await answer(li, '收到，我们先了解情况。')
  await wang.getByRole('log').getByText('收到，我们先了解情况。').waitFor()
  assert.equal(await field(wang).inputValue(), draft)
  await wang.reload()
  await wang.getByRole('log').waitFor()
  assert.equal(await field(wang).inputValue(), draft)
  await openConversation(wang, other)
  await wang.getByRole('heading', { name: /陈大妈/ }).waitFor()
  await wang.getByRole('log').getByText('换证要带什么').waitFor()
  assert.equal(await field(wang).inputValue(), '')
  await openConversation(wang, number)
  await wang.getByRole('log').getByText('吵得睡不着').waitFor()
  assert.equal(await field(wang).inputValue(), draft)

  // Both close at the same moment: once.
  stage.expect('409 /api/conversations/')
  await Promise.all([fillClosing(wang, '王'), fillClosing(li, '李')])
  const pages = [wang, li]
  await Promise.all(
    pages.map((page) => dialogOf(page, '办结这件事').getByRole('button', { name: '办结' }).click()),
  )
  await Promise.all(
    pages.map((page) =>
      page.getByText('这件事已办结').or(page.getByText('已经由同事办结')).first().waitFor(),
    ),
  )
  const told = await Promise.all(pages.map((page) => page.getByText('已经由同事办结').isVisible()))
  assert.equal(told.filter(Boolean).length, 1, 'one of the two is told that a colleague was first')
})

async function fillClosing(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: '办结', exact: true }).click()
  const closing = dialogOf(page, '办结这件事')
  await closing.getByText('线上办结').click()
  await closing.getByText('非紧急').click()
  await closing.getByLabel('处理结果').fill(`${who}：已和隔壁说好，晚上十点后不放了。`)
}

test('without network the screen says how old it is, keeps what is typed, and catches up', {
  timeout: 120_000,
}, async () => {
  stage.expect('offline')
  const phone = await stage.openPhone()
  const number = await ask(phone, '村口的路灯坏了，晚上看不见路。', { name: '刘师傅', village: '东村' })
  const [wang, li] = await Promise.all([
    stage.openWorkbench('eastAuxiliary', { at: 'inbox/all', phone: true }),
    stage.openWorkbench('officer', { at: 'inbox/all' }),
  ])
  await Promise.all([openConversation(wang, number), openConversation(li, number)])
  await see(wang, '实时')

  await wang.context().setOffline(true)
  await see(wang, /离线，数据是.+前的/)
  await field(wang).fill('我明天联系村里来修。')
  await answer(li, '已经转告电工，今天来修。')
  assert.equal(await wang.getByText('今天来修').count(), 0)
  assert.equal(await field(wang).inputValue(), '我明天联系村里来修。')

  await wang.context().setOffline(false)
  await see(wang, '实时')
  await wang.getByRole('log').getByText('已经转告电工，今天来修。').waitFor()
  assert.equal(await field(wang).inputValue(), '我明天联系村里来修。')
  await wang.getByRole('button', { name: '发送' }).click()
  await phone.getByRole('link', { name: '看这件事' }).click()
  await see(phone, '我明天联系村里来修。')
})
