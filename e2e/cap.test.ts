import { test } from 'node:test'
import { alertXml } from '../server/domains/broadcasts/cap/cap.fixture.ts'
import { see } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('an alert comes in as a file, is read in plain words, becomes a broadcast and a sheet for the loudspeaker', {
  timeout: 180_000,
}, async () => {
  const chief = await stage.openWorkbench('chief', { at: 'broadcasts/alerts' })
  await see(chief, '还没有收到过预警。')
  const file = { name: 'a.xml', mimeType: 'text/xml' }
  const choose = chief.locator('input[type=file]')
  stage.expect('400 /api/cap-alerts')
  await choose.setInputFiles({ ...file, buffer: Buffer.from(alertXml({ severity: 'Red' })) })
  await chief.getByText('“第1个信息的严重程度”不是标准里的值', { exact: false }).first().waitFor()
  await choose.setInputFiles({
    ...file,
    buffer: Buffer.from(alertXml({ status: 'Exercise', identifier: 'drill' })),
  })
  await chief.getByRole('alert').getByText('这是演练，不是真的预警').waitFor()
  await chief.getByRole('link', { name: '收到的预警' }).click()
  await choose.setInputFiles({ ...file, buffer: Buffer.from(alertXml()) })
  await chief.getByText('在划的区域里').waitFor()
  await chief.getByRole('button', { name: '发一条预警' }).click()
  await chief.waitForURL(/broadcasts\/compose\//)
  const id = chief.url().split('/').at(-1)!
  // An emergency: the chief may let it go out alone.
  const call = await stage.callAs('chief')
  for (const deed of ['submissions', 'approvals'])
    await call.post(`/api/broadcasts/${id}/${deed}`, { data: { version: 1 } })
  await chief.goto(`/workbench/broadcasts/${id}`)
  const saved = chief.waitForEvent('download')
  await chief.getByRole('button', { name: '导出预警报文' }).click()
  await saved
  await chief.getByRole('button', { name: '大喇叭稿（打印）' }).click()
  await chief.getByRole('region', { name: '东村' }).getByText('再说一遍', { exact: false }).waitFor()

  await chief.goto('/workbench/broadcasts/templates')
  await chief.getByRole('link', { name: /看好孩子，不下塘不下河/ }).click()
  await chief.getByRole('button', { name: '用它写一条' }).click()
  await chief.waitForURL(/broadcasts\/compose\//)
})
