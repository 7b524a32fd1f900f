import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { choose } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('a roster comes in: file up, columns, trial, import, and who is there', {
  timeout: 240_000,
}, async () => {
  const page = await stage.openWorkbench('chief', { at: 'residents' })
  await page.getByRole('link', { name: '导入' }).click()
  await see(page, '身份证号不收')
  const rows = [
    '东村居民花名册,,,,',
    '姓名,户主,何处,身份证号,手机',
    '王建国,王建国,3组12号,430122196003051234,13900000001',
    '李秀英,王建国,3组12号,,',
    '张三,张三,老屋组5号,,没有电话',
  ]
  await page.getByLabel('选文件').setInputFiles({
    name: '东村.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  })
  await page.getByRole('heading', { name: '东村.csv' }).waitFor({ timeout: 60_000 })
  await see(page, '身份证号不收：第 4 列“身份证号”里的号码没有存下来。')
  await choose(page, '“何处”这一列是', '门牌')
  await choose(page, '表里没写村的行，都是', '东村')
  await page.getByRole('button', { name: '试读', exact: true }).click()
  await page.getByRole('button', { name: '有错 1' }).click({ timeout: 60_000 })
  await see(page, '电话里有认不出的字，请只写号码。')
  await page.getByRole('button', { name: '导入 2 行' }).click()
  await see(page, '新登记 2 人')
  // The place is in the address: opened again it stands where it stood.
  await page.reload()
  await see(page, '导入完成')
  await page.getByRole('link', { name: '导入花名册' }).click()
  await page.getByRole('listitem').filter({ hasText: '东村.csv' }).getByText('已导入').waitFor()
  await page.getByRole('link', { name: '居民', exact: true }).first().click()
  await page.getByRole('row', { name: /李秀英.*3组12号/ }).waitFor()
  assert.equal(await page.getByText('张三').count(), 0)
})
