import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const words = '水库明天要放水吗'
const desk = { text: 12, target: 24 }
const shot = async (page: Page, name: string) => {
  const folder = process.env['SHOTS_FOLDER']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('a draft stands before who may approve it, evidence after the reply before who drafted it, and each says when it is done', {
  timeout: 180_000,
}, async () => {
  const officer = await stage.callAs('officer')
  const chiefCalls = await stage.callAs('chief')
  const post = async (who: typeof officer, path: string, data: object) => {
    const answer = await who.post(`/api/rumours${path}`, { data })
    assert.equal(answer.status(), 200, await answer.text())
    return answer.json()
  }
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  const { id } = await post(officer, '', { words, topic: 'disaster', firstHeardAt: ago(2), villageIds: null })
  const chief = await stage.openWorkbench('chief')
  await see(chief, '现在没有人值班看消息')
  const { version } = await post(officer, `/${id}/replies`, {
    ...{ knownAt: ago(1), checked: '问过镇水务站，明天不放水', source: '镇水务站', unknown: '' },
    ...{ advice: '请以通知为准', nextUpdateAt: ago(-5), correction: null },
  })
  // By itself, on the page and in the menu.
  await see(chief, '有 1 条辟谣答复起草好了，等您看过批准')
  const entry = chief.getByRole('navigation').getByRole('link', { name: /辟谣/ })
  await entry.getByText('1', { exact: true }).first().waitFor()
  await shot(chief, 'draft-waits-desk')
  await post(chiefCalls, `/${id}/approvals`, { version, doubtsSeen: false })
  await chief.getByText('等您看过批准').waitFor({ state: 'detached' })

  const drafter = await stage.openWorkbench('officer')
  await see(drafter, '现在没有人值班看消息')
  await post(chiefCalls, `/${id}/evidence`, {
    ...{ kind: 'authority', says: '县水利局：后天上午放水两小时', source: '县水利局' },
    ...{ link: '', documentNumber: '', datedOn: '2026-01-05' },
  })
  await see(drafter, '有 1 条传言，答复起草以后又有了新的依据')
  await shot(drafter, 'evidence-home-desk')
  await drafter.getByRole('alert').filter({ hasText: '新的依据' }).getByRole('link').click()
  await drafter.getByRole('link', { name: words }).click()
  await see(drafter, '答复起草以后，又记了 1 条新依据')
  await see(drafter, '答复以后的')
  await shot(drafter, 'evidence-desk')

  const phone = await stage.openWorkbench('officer', { phone: true, at: `rumours/${id}` })
  await see(phone, '答复起草以后，又记了 1 条新依据')
  await shot(phone, 'evidence-phone')
  const faults = [...(await inspectPage(drafter, desk)), ...(await inspectPage(phone, desk))]
  assert.deepEqual(faults, [])
  await phone.getByRole('button', { name: '看过，不用改' }).click()
  await phone.getByText('又记了 1 条新依据').waitFor({ state: 'detached' })
  // The other screen hears of it.
  await drafter.getByText('又记了 1 条新依据').waitFor({ state: 'detached' })
})
