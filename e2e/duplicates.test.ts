import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('two entries of one person are found, merged and taken apart again', { timeout: 180_000 }, async () => {
  const api = await stage.callAs('officer')
  const household = { villageId: stage.world.villages.east, address: '一组1号' }
  const record = async (data: object) => {
    const answer = await api.post('/api/residents', { data })
    assert.equal(answer.status(), 201, await answer.text())
    return (await answer.json()).id as string
  }
  const first = await record({ name: '刘桂英', phone: '13900000001', household })
  const second = await record({ name: '刘贵英', phone: '13900000002', household, needs: ['hearing'] })
  await api.post(`/api/contacts/${stage.world.contacts.chen}/resident`, { data: { residentId: second } })

  const page = await stage.openWorkbench('officer', { at: 'residents' })
  await page.getByRole('link', { name: '可能重复的登记' }).click()
  await see(page, '姓名同音')
  await page.getByRole('link', { name: '对比合并' }).click()
  await page.getByRole('heading', { name: '合并两条登记' }).waitFor()
  await see(page, '联系方式 1')
  const merge = page.getByRole('button', { name: '上面不一样的要都选好' })
  assert.ok(await merge.isDisabled())
  await page.getByRole('radio', { name: '刘桂英', exact: true }).check()
  await page.getByRole('radio', { name: '13900000001', exact: true }).check()
  await page.getByRole('button', { name: '合并', exact: true }).click()

  // Everything is in one entry, and the link of the other leads to it.
  await page.getByRole('heading', { name: '刘桂英', level: 1 }).waitFor()
  await see(page, '听力不好')
  await page.goto(`/workbench/residents/${second}`)
  await page.getByRole('heading', { name: '刘桂英', level: 1 }).waitFor()
  const shown = page.url().split('/').at(-1)
  assert.ok([first, second].includes(shown!))

  await page.getByRole('button', { name: '撤销合并' }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s*定/ })
    .click()
  await see(page, '已撤销，两条登记恢复原样')
  await page.goto('/workbench/residents/duplicates')
  await see(page, '姓名同音')
  await page.getByRole('button', { name: '不是同一个人' }).click()
  await see(page, '没有发现重复的登记。')
})
