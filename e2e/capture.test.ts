import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { see } from './browser.ts'
import { drawPhoto } from './draw-photo.ts'
import { dialogOf } from './officer-steps.ts'
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
  // More than there is room for: it says so, and takes none rather than some.
  const thirty = auxiliary.waitForEvent('filechooser')
  await auxiliary.getByRole('button', { name: '加照片' }).click()
  const one = await drawPhoto(4)
  await (await thirty).setFiles(
    Array.from({ length: 30 }, (_, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer: one })),
  )
  await auxiliary.getByRole('alert').getByText('还能加 7 个，您选了 30 个，所以一个也没有加').waitFor()
  assert.equal(await auxiliary.getByRole('img', { name: '图片' }).count(), 2)
  await auxiliary.getByLabel('居民（姓名或电话）').fill('陈婆婆')
  await auxiliary.getByLabel('谁说的').fill('本人')
  await auxiliary.getByRole('button', { name: '登记', exact: true }).click()
  await see(auxiliary, /已登记，编号 \d{6}-\d{4}/)
  await auxiliary.getByRole('button', { name: '打开这条' }).click()
  const log = auxiliary.getByRole('log')
  await log.getByText('护栏松了').waitFor()
  await log.getByRole('img').nth(1).waitFor()
  await log.getByText(/转述：本人/).waitFor()

  // Out of the library, with who she is and who we are already filled in.
  await auxiliary.getByRole('button', { name: '话术库' }).click()
  const library = auxiliary.getByRole('dialog', { name: '话术库' })
  await library.getByRole('listitem').filter({ hasText: '陈婆婆，这里是测试镇派出所' }).first().waitFor()
  await library
    .getByRole('listitem')
    .filter({ hasText: '陈婆婆，这里是测试镇派出所' })
    .first()
    .getByRole('button', { name: '用这条' })
    .click()
  const reply = await auxiliary.getByRole('textbox', { name: '回复居民' }).inputValue()
  assert.match(reply, /^陈婆婆，这里是测试镇派出所/)
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
  const merge = async (choice: Locator) => {
    await choice.getByRole('button', { name: '合并', exact: true }).click()
    const dialog = dialogOf(officer, '两件合成一件')
    await dialog.getByText(`${repeat.number} 并入 ${kept.number}`).waitFor()
    await dialog.getByRole('button', { name: '合并', exact: true }).click()
    await officer.getByText(`合并自 ${repeat.number}`).first().waitFor()
  }
  await merge(likely)
  await officer.getByRole('alert').getByRole('button', { name: '撤销' }).click()
  await likely.getByRole('button', { name: '合并', exact: true }).waitFor()

  // Merged, and taken back later, where the merged one is opened.
  await merge(likely)
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

test('a case by telephone counts as one, and one that nothing resembles is named as the same matter again', {
  timeout: 120_000,
}, async () => {
  const call = await stage.callAs('officer')
  const other = await call.post('/api/cases', {
    data: {
      kind: 'safety',
      title: '渠边的狗没有拴',
      scenario: 'safety',
      channel: 'walk_in',
      villageId: stage.world.villages.west,
      person: { name: '刘满爹' },
      clientKey: randomUUID(),
    },
  })
  const earlier = (await other.json()) as { id: string; number: string }
  const resident = await call.post('/api/residents', {
    data: {
      name: '谭见证',
      phone: '100-0000-0009',
      household: { villageId: stage.world.villages.east, address: '桥头组9号' },
    },
  })
  assert.equal(resident.ok(), true, await resident.text())

  // Somebody rings up: no conversation, and not the counter.
  const officer = await stage.openWorkbench('officer', { at: 'cases' })
  await officer.getByRole('button', { name: '新建案件' }).click()
  const opening = dialogOf(officer, '新建案件')
  await opening.getByText('电话', { exact: true }).first().click()
  await opening.getByLabel('标题').fill('路上有恶犬追人')
  await opening.getByLabel('姓名').fill('陈来电')
  await opening.getByRole('button', { name: '确定' }).click()
  await officer.getByRole('heading', { name: '路上有恶犬追人' }).waitFor()
  const id = officer.url().split('/').at(-1)!
  const read = async () => (await call.get(`/api/cases/${id}`)).json()
  assert.equal((await read()).channel, 'phone')

  // Nobody would have guessed the other one: it is found by its number, then by its title.
  const field = officer.getByRole('textbox', { name: '找别的案件' })
  const found = officer.getByRole('listitem').filter({ hasText: '渠边的狗没有拴' })
  await field.fill(earlier.number)
  await found.getByRole('button', { name: '相关' }).click()
  await found.getByRole('button', { name: '取消关联' }).click()
  await found.getByRole('button', { name: '重复来访' }).waitFor()
  await field.fill('没有拴')
  await found.getByRole('button', { name: '重复来访' }).click()
  await found.getByRole('button', { name: '取消关联' }).waitFor()
  await field.fill('')
  await found.getByText('重复来访').waitFor()
  assert.deepEqual(
    (await read()).links.map((each: { caseId: string; kind: string }) => [each.caseId, each.kind]),
    [[earlier.id, 'repeat']],
  )

  // A witness out of the register.
  const people = officer.locator('section', { has: officer.getByRole('heading', { name: '涉及的人' }) })
  await people.getByRole('button', { name: '添加' }).click()
  const adding = dialogOf(officer, '添加人员')
  await adding.getByLabel('姓名').fill('谭见')
  await officer.getByText(/谭见证 · 东村/).click()
  await adding.getByText('居民登记里的人').waitFor()
  assert.equal(await adding.getByLabel('电话').inputValue(), '100-0000-0009')
  await adding.getByRole('combobox', { name: '身份' }).click()
  await officer.locator('.ant-select-dropdown:visible').getByText('证人', { exact: true }).click()
  await adding.getByRole('button', { name: '确定' }).click()
  await people.getByRole('link', { name: '谭见证' }).waitFor()
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
