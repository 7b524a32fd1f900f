import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see } from './browser.ts'
import { drawPhoto } from './draw-photo.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('what was said elsewhere is written down on the phone, with pictures', {
  timeout: 120_000,
}, async () => {
  const auxiliary = await stage.openWorkbench('eastAuxiliary', { phone: true, at: 'capture' })
  await auxiliary.getByText('电话', { exact: true }).first().click()
  const said = auxiliary.getByLabel('说了什么')
  await auxiliary.evaluate(() => navigator.clipboard.writeText('婆婆说水塘边的护栏松了，怕小孩掉下去'))
  await said.focus()
  await auxiliary.keyboard.press('Control+V')
  assert.equal(await said.inputValue(), '婆婆说水塘边的护栏松了，怕小孩掉下去')
  await pastePhoto(auxiliary, await drawPhoto(2))
  const chooser = auxiliary.waitForEvent('filechooser')
  await auxiliary.getByRole('button', { name: '加照片' }).click()
  await (await chooser).setFiles({ name: 'rail.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(3) })
  await auxiliary.getByRole('img', { name: '图片' }).nth(1).waitFor()
  await auxiliary.getByLabel('居民（姓名或电话）').fill('陈婆婆')
  await auxiliary.getByLabel('谁说的').fill('本人')
  await auxiliary.getByRole('button', { name: '登记', exact: true }).click()
  await see(auxiliary, /已登记，编号 \d{6}-\d{4}/)
  await auxiliary.getByRole('button', { name: '打开这条' }).click()
  const log = auxiliary.getByRole('log')
  await log.getByText('护栏松了').waitFor()
  await log.getByRole('img').nth(1).waitFor()
  await log.getByText(/转述：本人/).waitFor()
})

test('two cases of one matter become one and two again, and stand on the map', {
  timeout: 120_000,
}, async () => {
  const call = await stage.callAs('officer')
  const { chen } = stage.world.contacts
  const open = async (title: string) => {
    const data = {
      kind: 'dispute',
      title,
      scenario: 'mediation',
      channel: 'phone',
      contactId: chen,
      clientKey: randomUUID(),
    }
    const opened = await call.post('/api/cases', { data })
    assert.equal(opened.ok(), true, await opened.text())
    return (await opened.json()) as { id: string; number: string }
  }
  const kept = await open('两家为水渠争执')
  const repeat = await open('水渠的水又被堵了')
  const officer = await stage.openWorkbench('officer', { at: `cases/${kept.id}` })
  const likely = officer.getByRole('listitem').filter({ hasText: '水渠的水又被堵了' })

  // Merged, and taken back at once.
  await likely.getByRole('button', { name: '合并进来' }).click()
  await officer.getByText(`合并自 ${repeat.number}`).waitFor()
  await officer.getByRole('alert').getByRole('button', { name: '撤销' }).click()
  await likely.getByRole('button', { name: '合并进来' }).waitFor()

  // Merged, and taken back later, where the merged one is opened.
  await likely.getByRole('button', { name: '合并进来' }).click()
  await officer.getByText(`合并自 ${repeat.number}`).first().waitFor()
  await officer.goto(`/workbench/cases/${repeat.id}`)
  await see(officer, `已并入 ${kept.number}，这里只能看`)
  await officer.getByRole('button', { name: '撤销合并' }).click()
  await officer.getByRole('button', { name: '办好了' }).waitFor()

  // On the map of the villages, which asks nobody outside.
  await officer.getByRole('button', { name: '地图位置' }).click()
  const map = officer.getByRole('region', { name: 'Map' })
  await map.waitFor()
  await officer.getByText('东村', { exact: true }).last().waitFor()
  const marked = officer.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await map.click({ position: { x: 120, y: 90 } })
  await marked
  await officer.reload()
  await officer.getByRole('region', { name: 'Map' }).waitFor()
  const stored = await (await call.get(`/api/cases/${repeat.id}`)).json()
  assert.equal(typeof stored.latitude, 'number')
})

/** A picture on the clipboard, as a screenshot leaves it there. */
async function pastePhoto(page: Page, photo: Buffer): Promise<void> {
  await page.getByLabel('说了什么').evaluate((field, base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'image.jpg', { type: 'image/jpeg' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, photo.toString('base64'))
  await page.getByRole('img', { name: '图片' }).first().waitFor()
}
