import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { drawPhoto } from './draw-photo.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('in large letters: her own words, a few questions, her own list, and an answer to each photo', {
  timeout: 240_000,
}, async () => {
  const phone = await stage.openPhone({ at: 'guides' })
  phone.setDefaultTimeout(60_000)
  await phone.getByRole('button', { name: '字大一点' }).click()
  // A matter of another office, a call for help: whom to call. Pinyin finds, and going back finds it still there.
  const search = phone.getByLabel('想办什么？用自己的话说')
  await search.fill('屋里停电了')
  await see(phone, '听起来，这件事归供电那边管')
  assert.equal(await phone.getByRole('link', { name: '95598' }).getAttribute('href'), 'tel:95598')
  await see(phone, '没有正好对得上的')
  await search.fill('有人打我')
  await phone.getByRole('link', { name: '打 110' }).waitFor()
  await search.fill('fenhu')
  await phone.getByRole('link', { name: /^分户/ }).first().click()
  await phone.getByRole('heading', { name: '简单说' }).waitFor()
  assert.equal(await phone.evaluate(() => document.activeElement?.tagName), 'H1')
  await phone.goBack()
  await phone.getByRole('link', { name: /^分户/ }).waitFor()
  assert.equal(await search.inputValue(), 'fenhu')
  await search.fill('跟爹娘分开户')
  await phone.getByRole('link', { name: /^分户/ }).first().click()
  await phone.getByRole('heading', { name: '简单说' }).waitFor()
  await see(phone, '分户就是另外立一本户口簿。')
  await phone.emulateMedia({ media: 'print' })
  await phone.getByRole('main').getByRole('link', { name: '0731-00000000' }).waitFor()
  await phone.emulateMedia({ media: null })
  const paper = (name: string) => phone.getByRole('checkbox', { name })
  await paper('户主同意的意见').waitFor()

  // One question at a time; going back changes an answer and forgets none.
  const answer = async (question: string, words: string) => {
    await phone.getByRole('heading', { name: question }).waitFor()
    await phone.getByRole('button', { name: words, exact: true }).click()
  }
  await answer('您的户口现在在这个派出所吗？', '在这里')
  await answer('要分出来的人满18岁了吗？', '满了')
  await answer('为什么分开？', '结婚了')
  await phone.getByRole('heading', { name: '您住的房子有证吗？' }).waitFor()
  await phone.getByRole('button', { name: '上一问' }).click()
  await answer('为什么分开？', '兄弟、父子分家')
  await answer('您住的房子有证吗？', '自己建的，没有证')
  await answer('户主能一起来吗？', '我不清楚')
  await phone.getByRole('heading', { name: '您家的情况' }).waitFor()
  assert.equal(await paper('结婚证，或离婚证加离婚协议').count(), 0)
  await phone.getByText('这一样要不要还说不准').waitFor()
  await phone.getByText('请村（居）委会写“分家实住”说明，当房屋凭据用').waitFor()

  // The link carries the answers to somebody else's phone.
  const family = await stage.openPhone({ at: `guides/household-split${new URL(phone.url()).search}` })
  await family.getByRole('heading', { name: '您家的情况' }).waitFor()
  await family.getByText('兄弟、父子分家').waitFor()

  // Ticked, photographed, told.
  await paper('原户口簿').check()
  const shot = async () => ({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(2) })
  await phone.getByLabel('拍照：申请人身份证').setInputFiles(await shot())
  await phone.getByLabel('姓名').fill('陈小桥')
  await phone.getByRole('button', { name: '发给派出所看' }).click()
  await phone.getByText('您的编号').waitFor()

  // The station takes it up: what was answered and told stands in the case.
  const call = await stage.callAs('officer')
  const { items } = await (await call.get('/api/conversations?queue=waiting')).json()
  const guide = await (await call.get('/api/guides/household-split')).json()
  const made = await call.post('/api/cases', {
    data: {
      kind: 'service',
      title: '分户',
      scenario: 'business',
      channel: 'web',
      conversationId: items[0].id,
      guideId: guide.id,
      clientKey: 'narrow-guide-trip',
    },
  })
  const { id } = await made.json()
  const officer = await stage.openWorkbench('officer', { at: `cases/${id}` })
  await officer.getByText('居民家的情况').waitFor()
  await officer
    .locator('.guide-answer')
    .filter({ hasText: '为什么分开？' })
    .getByText('兄弟、父子分家')
    .waitFor()
  const row = (name: string) => officer.locator('.material').filter({ hasText: name })
  await row('结婚证，或离婚证').getByText('照回答不用带').waitFor()

  // One photo cannot be read; she takes it again while nothing else changes, and it is good.
  await row('申请人身份证').getByRole('button', { name: '看不清' }).click()
  await phone.goto(`/r/${stage.world.code}/cases/${id}`)
  const hers = phone.getByRole('listitem').filter({ hasText: '申请人身份证' })
  await hers.getByText('照片看不清，请再拍一张').waitFor()
  await hers.getByLabel('拍照：申请人身份证').setInputFiles(await shot())
  await hers.getByText('拍好了，等派出所看').waitFor()
  await row('申请人身份证').getByText('已拍照，待看').waitFor()
  await row('申请人身份证').getByRole('button', { name: '可以', exact: true }).click()
  await hers.getByText('可以', { exact: true }).waitFor()
  await row('原户口簿').getByRole('button', { name: '要补' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByRole('button', { name: '少了一页，请把整本都拍上' }).click()
  await dialog.getByRole('button', { name: '确定' }).click()
  await phone.getByText('原因：少了一页，请把整本都拍上').waitFor()

  // Where there is no network the pages wait on her phone, also when she closes the page; then they come by themselves.
  stage.expect('offline')
  const book = phone.getByRole('listitem').filter({ hasText: '原户口簿' })
  await phone.context().setOffline(true)
  await book.getByLabel('选照片：原户口簿').setInputFiles([await shot(), await shot()])
  await book.getByText('还没传上去，有网了自动传').nth(1).waitFor()
  await phone.goto('about:blank')
  await phone.context().setOffline(false)
  await phone.goto(`/r/${stage.world.code}/cases/${id}`)
  await book.getByText('拍好了，等派出所看').waitFor()
  await row('原户口簿').getByRole('img').nth(1).waitFor()

  // Of two pages one cannot be read: that one is named, and goes when it was taken again.
  await officer.getByRole('button', { name: '看不清：原户口簿 2' }).click()
  await book.getByText('第 2 张看不清，请重拍这一张').waitFor()
  await book.getByLabel('拍照：原户口簿').setInputFiles(await shot())
  await book.getByText('拍好了，等派出所看').waitFor()
  await book.getByText('看不清').waitFor({ state: 'hidden' })
  assert.equal(await row('原户口簿').getByRole('img').count(), 2)

  // One that she takes away while it is on its way never comes; the one after it does.
  let letGo = () => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  const uploads = /\/api\/resident\/files(\?|$)/
  await phone.route(uploads, async (route) => {
    await held
    await route.continue()
  })
  const begun = phone.waitForRequest(uploads)
  await book.getByLabel('拍照：原户口簿').setInputFiles(await shot())
  await begun
  await book.getByRole('button', { name: '去掉' }).click()
  let laid = 0
  phone.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/checks')) laid++
  })
  letGo()
  await book.getByLabel('拍照：原户口簿').setInputFiles(await shot())
  await row('原户口簿').getByRole('img').nth(2).waitFor()
  await book.getByRole('button', { name: '去掉' }).waitFor({ state: 'hidden' })
  assert.equal(laid, 1)
  await phone.unroute(uploads)

  // One that was cleared away at the station before it was laid to its paper is brought once more.
  stage.expect('400')
  const checks = '**/api/resident/cases/*/materials/*/checks'
  await phone.route(checks, (route) =>
    route.fulfill({ status: 400, json: { code: 'invalid', message: '照片没有传成功，请重新添加。' } }),
  )
  await book.getByLabel('拍照：原户口簿').setInputFiles(await shot())
  await book.getByText('照片没有传成功').waitFor()
  await phone.unroute(checks)
  const again = phone.waitForRequest(uploads)
  await book.getByRole('button', { name: '再传一次' }).click()
  await again
  await row('原户口簿').getByRole('img').nth(3).waitFor()
  assert.equal(await row('原户口簿').getByRole('img').count(), 4)

  const page = await shot()
  // Thirty at once and a file that is no photo get a sentence each; a slip of the thumb takes nothing back.
  const picked = book.getByLabel('选照片：原户口簿')
  await picked.setInputFiles(Array.from({ length: 30 }, () => ({ ...page })))
  await book.getByText('您选了 30 张，所以一张也没有加').waitFor()
  await picked.setInputFiles([
    { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
  ])
  await book.getByText('有 1 个不是照片，没有加').waitFor()
  await book.getByRole('button', { name: '都不要了，重新拍' }).click()
  await book.getByText('派出所那边的 4 张照片会一起拿掉').waitFor()
  await book.getByRole('button', { name: '取消' }).click()
  assert.equal(await row('原户口簿').getByRole('img').count(), 4)
})

test('no time is offered for what she does not need, nor for a guide that was taken away meanwhile; she is told why', {
  timeout: 120_000,
}, async () => {
  const phone = await stage.openPhone({ at: 'guides/household-setup' })
  await phone.getByRole('link', { name: '预约时间' }).waitFor()
  await phone.getByRole('button', { name: '在家里人的户口簿上' }).click()
  await phone.getByRole('link', { name: '分户', exact: true }).waitFor()
  assert.equal(await phone.getByRole('link', { name: '预约时间' }).count(), 0)
  await phone.goto(`/r/${stage.world.code}/booking?guide=household-setup`)
  await phone.getByRole('link', { name: '分户', exact: true }).waitFor()
  assert.equal(await phone.getByRole('heading', { name: '选日子' }).count(), 0)
  await phone.getByRole('button', { name: '重新回答' }).click()
  await phone.getByRole('heading', { name: '选日子' }).waitFor()

  const call = await stage.callAs('chief')
  const { id, version } = await (await call.get('/api/guides/household-setup')).json()
  await call.patch(`/api/guides/${id}`, { data: { version, hidden: true } })
  const late = await stage.openPhone({ at: 'booking?guide=household-setup' })
  await see(late, '您要办的这件事现在不能在网上约')
  await late.getByRole('link', { name: '分户', exact: true }).waitFor()
  await call.patch(`/api/guides/${id}`, { data: { version: version + 1, hidden: false } })
})
