import assert from 'node:assert/strict'
import { test } from 'node:test'
import { see } from './browser.ts'
import { dialogOf, openConversation } from './officer-steps.ts'
import { ask, openTalk, rate } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const question = '我家的事不想让别人知道，能私下问吗？'

test('a resident’s matters open for her alone, on any phone she likes', { timeout: 120_000 }, async () => {
  stage.expect('404 /api/resident/conversations/', '401 /api/resident/', '403 /api/resident/')
  const home = `/r/${stage.world.code}`
  const own = await stage.openPhone()
  const number = await ask(own, question, { name: '陈大妈', village: '东村' })
  await openTalk(own)
  const address = own.url()

  // Somebody who sees the address sees nothing else.
  const stranger = await stage.openPhone()
  await stranger.goto(address)
  await stranger.getByRole('alert').first().waitFor()
  assert.equal(await stranger.getByText(question).count(), 0)

  // Her own link opens her matters on her daughter's phone.
  await own.goto(`${home}/mine`)
  await own.getByRole('button', { name: '给我一个链接' }).click()
  const link = (await own.getByText(/\/k\//).textContent())?.trim() ?? ''
  const daughter = await stage.openPhone()
  await daughter.goto(link)
  await daughter.getByRole('link', { name: new RegExp(question.slice(0, 8)) }).click()
  await see(daughter, question)
  assert.doesNotMatch(daughter.url(), /\/k\//)

  // A third phone: the station reads six digits to her; wrong ones open nothing.
  const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await openConversation(officer, number)
  await officer.getByRole('button', { name: '报一次性验证码' }).click()
  const code = (await officer.getByRole('status').filter({ hasText: '报给居民' }).textContent())?.match(
    /(\d{3}) (\d{3})/,
  )
  assert.ok(code)
  const digits = `${code[1]}${code[2]}`
  const third = await stage.openPhone({ at: 'find' })
  const enter = async (sixDigits: string) => {
    await third.getByLabel('编号').fill(number)
    await third.getByLabel('6 位数字').fill(sixDigits)
    await third.getByRole('button', { name: '打开我的事项' }).click()
  }
  await enter(digits === '111111' ? '222222' : '111111')
  await third.getByRole('alert').filter({ hasText: /./ }).waitFor()
  await enter(digits)
  await third.getByRole('link', { name: new RegExp(question.slice(0, 8)) }).waitFor()

  // She shuts the others out: they hold nothing any more.
  await own.getByRole('button', { name: '让别的手机和链接都打不开' }).click()
  await own.getByRole('button', { name: '确定' }).click()
  await see(own, '只有这部手机能看')
  await Promise.all([daughter.goto(`${home}/mine`), third.goto(`${home}/mine`)])
  await Promise.all([see(daughter, '还没有事项'), see(third, '还没有事项')])
  await daughter.goto(link)
  await see(daughter, '这个链接打不开您的事项。')
  await own.reload()
  await own.getByRole('link', { name: new RegExp(question.slice(0, 8)) }).waitFor()
})

test('an objection opens a settled matter again', { timeout: 120_000 }, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, '邻居占了我家门口的路，说好今天来看的。', {
    name: '刘师傅',
    village: '西村',
  })
  await openTalk(phone)
  const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await openConversation(officer, number)
  await officer.getByRole('button', { name: '办结', exact: true }).click()
  const closing = dialogOf(officer, '办结这件事')
  await closing.getByText('线上办结').click()
  await closing.getByText('非紧急').click()
  await closing.getByLabel('处理结果').fill('已经告诉邻居让出路来。')
  await closing.getByRole('button', { name: '办结' }).click()

  await phone.getByRole('heading', { name: '这件事办完了' }).waitFor()
  await rate(phone, '我有异议', '路还是堵着的。')
  await see(phone, '您的异议收到了，这件事已经重新打开。')
  await officer.getByRole('link', { name: /^等待答复/ }).click()
  await openConversation(officer, number)
  await officer.getByText(/居民评价：有异议/).waitFor()
  await officer.getByText('路还是堵着的。').first().waitFor()
})
