import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { see } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('what an officer closed, the chief looks at again, and the figure says how sure it is', {
  timeout: 120_000,
}, async () => {
  const call = await stage.callAs('officer')
  const told = await call.post('/api/captures', {
    data: {
      clientKey: randomUUID(),
      channel: 'walk_in',
      name: '谭路灯',
      phone: '',
      body: '门口路灯不亮了',
      toldBy: '本人',
      heardAt: new Date().toISOString(),
    },
  })
  const { conversationId, number } = (await told.json()) as { conversationId: string; number: string }
  await call.post(`/api/conversations/${conversationId}/closure`, {
    data: { settlement: 'online', emergency: false, outcome: '转给村里换灯泡', tell: false },
  })

  // Whoever closed it is not offered it.
  const officer = await stage.openWorkbench('officer', { at: 'statistics' })
  await officer.getByRole('link', { name: '抽查复核' }).click()
  await officer.getByText('本月').click()
  await see(officer, /您自己办结的 1 件由同事复核/)
  await see(officer, '没有要您复核的了')

  const chief = await stage.openWorkbench('chief', { at: 'statistics/reviews' })
  await chief.getByText('本月').click()
  await see(chief, /抽出 1 件，已复核 0 件/)
  // She reads it first.
  await chief.getByRole('link', { name: number }).click()
  await chief.getByRole('log').getByText('门口路灯不亮了').waitFor()
  await chief.goBack()
  await chief.getByText('本月').click()
  await chief.getByRole('button', { name: '确实不紧急' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await see(chief, /抽出 1 件，已复核 1 件/)

  // The wrong button: she takes it back, and says it again.
  await chief.getByRole('button', { name: '撤回' }).click()
  await chief.getByRole('textbox', { name: '为什么撤回（填错了什么）' }).fill('点错了')
  await chief.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await see(chief, /撤回：点错了/)
  await see(chief, /抽出 1 件，已复核 0 件/)
  await chief.getByRole('button', { name: '确实不紧急' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await see(chief, /抽出 1 件，已复核 1 件/)

  await chief.goto('/workbench/statistics')
  await chief.getByText('按日期').click()
  const figure = chief.locator('section', { has: chief.getByRole('heading', { name: '误分流率（抽查）' }) })
  await figure.getByText('0 ÷ 1').waitFor()
  await figure.getByText(/最多 100/).waitFor()
  await figure.getByRole('button', { name: '看明细' }).last().click()
  await chief.getByText(/复核：确实不紧急/).waitFor()
  await chief.getByRole('link', { name: number }).waitFor()
})
