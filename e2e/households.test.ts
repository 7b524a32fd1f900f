import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('a household is split, looked at before, and put together again', { timeout: 120_000 }, async () => {
  const api = await stage.callAs('officer')
  const founded = await api.post('/api/households', {
    data: { villageId: stage.world.villages.east, address: '东村二组5号', on: '2012-03-01' },
  })
  const { id } = await founded.json()
  for (const name of ['周大明', '周小明'])
    await api.post('/api/residents', { data: { name, household: { id } } })

  const desk = await stage.openWorkbench('officer', { at: 'households' })
  await desk.getByRole('link', { name: '东村二组5号' }).click()
  await desk.getByRole('heading', { name: '东村二组5号' }).waitFor()
  await desk.getByRole('button', { name: '分户' }).click()
  await desk.getByRole('checkbox', { name: '周小明' }).check()
  await desk.getByLabel('新户的门牌').fill('东村二组6号')
  await desk.getByRole('button', { name: '先看结果' }).click()
  await desk.getByRole('region', { name: '以后' }).getByText('周小明').waitFor()
  await desk.getByRole('button', { name: '确认分户' }).click()
  await desk.getByRole('heading', { name: '东村二组6号' }).waitFor()
  await see(desk, '分户而来')
  await desk.getByRole('link', { name: '周小明' }).first().waitFor()

  await desk.getByRole('button', { name: /^撤销这一步/ }).click()
  await desk.getByRole('button', { name: /^确\s*定$/ }).click()
  await see(desk, '已撤销')
  await desk.getByRole('link', { name: '东村二组5号' }).first().click()
  await desk.getByRole('heading', { name: '东村二组5号' }).waitFor()
  for (const name of ['周大明', '周小明'])
    await desk.getByRole('link', { name, exact: true }).first().waitFor()

  // The same on a phone, and nothing is pushed off the screen.
  const phone = await stage.openWorkbench('eastAuxiliary', {
    phone: true,
    at: `villages/${stage.world.villages.east}`,
  })
  await phone.getByRole('heading', { name: '东村', exact: true }).waitFor()
  await phone.getByRole('link', { name: '二组', exact: true }).click()
  await phone.getByRole('link', { name: '东村二组5号' }).waitFor()
  const [width, inside] = await phone.evaluate(() => [document.body.scrollWidth, window.innerWidth])
  assert.ok(width! <= inside!, `${width} > ${inside}`)
})
