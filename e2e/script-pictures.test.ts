import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { inspect } from './chief-steps.ts'
import { drawPhoto } from './draw-photo.ts'
import { dialogOf, openConversation } from './officer-steps.ts'
import { ask, openTalk } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('a picture is put to a script, approved with it, and reaches the resident with the answer', {
  timeout: 240_000,
}, async () => {
  const wang = await stage.openWorkbench('eastAuxiliary', { at: 'scripts', phone: true })
  const chief = await stage.openWorkbench('chief', { at: 'scripts/review' })
  await wang.getByRole('button', { name: '新话术' }).click()
  const editor = dialogOf(wang, '新话术')
  await editor.getByLabel('标题').fill('风筝在哪里放')
  await editor.getByLabel('正文').fill('放风筝去河滩，照图走。')
  await editor.getByLabel('依据').fill('电力设施保护条例')
  for (const colour of ['red', 'green']) {
    const choosing = wang.waitForEvent('filechooser')
    await editor.getByRole('button', { name: '加图片或 PDF' }).click()
    const buffer = await drawPhoto(colour === 'red' ? 1 : 2)
    await (await choosing).setFiles({ name: `${colour}.jpg`, mimeType: 'image/jpeg', buffer })
    await editor.getByLabel(`第 ${colour === 'red' ? 1 : 2} 个的说明`).waitFor()
  }
  await editor.getByLabel('第 1 个的说明').fill('去河滩的路线图')
  await editor.getByLabel('第 2 个的说明').fill('多的一张')
  await editor.getByRole('button', { name: '第 2 个往前' }).click()
  assert.equal(await editor.getByLabel('第 1 个的说明').inputValue(), '多的一张')
  await editor.getByRole('button', { name: '移除 1' }).click()
  await editor.getByRole('button', { name: '送审' }).click()
  await editor.waitFor({ state: 'hidden' })

  await chief.getByRole('link', { name: /风筝在哪里放/ }).click()
  await chief.getByRole('img', { name: '去河滩的路线图' }).waitFor()
  await inspect(chief)
  await chief.getByRole('button', { name: '批准使用' }).click()
  await see(chief, '已批准')

  const phone = await stage.openPhone()
  const number = await ask(phone, '放风筝去哪里放好？', { name: '陈大妈', village: '东村' })
  await wang.goto('/workbench/inbox/villages')
  await openConversation(wang, number)
  await wang.getByRole('button', { name: /风筝在哪里放/ }).click()
  await wang.getByRole('button', { name: '移除' }).waitFor()
  await wang.getByRole('button', { name: '发送' }).click()
  await wang.getByRole('log').getByText('放风筝去河滩，照图走。').waitFor()
  await openTalk(phone)
  await phone.getByText('放风筝去河滩，照图走。').waitFor()
  const loaded = () =>
    [...document.images].some(
      ({ src, naturalWidth }) => src.includes('/api/resident/files/') && naturalWidth > 0,
    )
  await phone.waitForFunction(loaded)

  // Where its picture finds no room, the script is not put in without it.
  const choosing = wang.waitForEvent('filechooser')
  await wang.getByRole('button', { name: '加照片' }).click()
  const pages = await Promise.all(Array.from({ length: 9 }, () => drawPhoto(2)))
  await (await choosing).setFiles(
    pages.map((buffer, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer })),
  )
  await wang.getByRole('button', { name: '移除' }).nth(8).waitFor()
  await wang.locator('.composer-foot button.ant-btn-primary:enabled').waitFor()
  await wang.getByRole('button', { name: /风筝在哪里放/ }).click()
  await see(wang, '就超过 9 张了')
  assert.equal(await wang.getByRole('textbox', { name: '回复居民' }).inputValue(), '')
})
