import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { inStation } from '../server/platform/tenancy.ts'
import { password } from '../test/sign-in.ts'
import { picture, startClient } from './beside-chat.ts'
import { see, settle } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { openConversation } from './officer-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { control, chatWith, connect, besideChat, officer } = await startClient(stage)
const { kf, people, client, groups } = control
const [person, second] = people.all()
const chat = chatWith(person!.externalUserId)
const touch = { text: 12, target: 44 }

/** She writes to the station, and her matter stands in the inbox. */
async function write(who: string, words: string): Promise<{ id: string; contact: { id: string } }> {
  const account = kf.accounts().find(({ name }) => name === '东村服务站')!
  kf.phone.write(account.openKfId, who, words)
  const calls = await stage.callAs('officer')
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(100)) {
    const { items } = await (await calls.get('/api/conversations?queue=all')).json()
    const found = items.find(({ preview }: { preview: string }) => preview.startsWith(words.slice(0, 10)))
    if (found) return found
  }
  throw new Error(`not in the inbox: ${words}`)
}

test('the page needs less than 150 kB of script', async () => {
  const html = await (await fetch(`${stage.base}/sidebar/${stage.world.code}/`)).text()
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file]) => file!)
  assert.ok(files.length > 1)
  const headers = { 'accept-encoding': 'gzip' }
  const sizes = await Promise.all(
    files.map(async (file) => {
      const answer = await fetch(stage.base + file, { headers })
      assert.equal(answer.headers.get('content-encoding'), 'gzip')
      return Number(answer.headers.get('content-length'))
    }),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(total > 10_000 && total < 150_000, `${total} bytes`)
})

test('in an ordinary browser it says where it belongs, once she has signed in', async () => {
  stage.expect('401 /api/session')
  const page = await stage.openBrowser({ width: 320 })
  await page.goto(`/sidebar/${stage.world.code}/`)
  await page.getByLabel('账号').fill(`officer-${stage.world.code}`)
  await page.getByLabel('密码').fill('not-her-password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').waitFor()
  await picture(page, 'sidebar-sign-in')
  assert.deepEqual(await inspectPage(page, touch), [])
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await see(page, '请在企业微信的聊天里打开')
  assert.deepEqual(await inspectPage(page, touch), [])
})

test('beside a chat in WeCom: a script into it, a case of it, a time, and the inbox knows', {
  timeout: 240_000,
}, async () => {
  await connect()
  const matter = await write(person!.externalUserId, '我想单独上个户口本，跟爹娘分开户，要带什么？')
  const calls = await stage.callAs('officer')
  const troubles: string[] = []
  const faults: string[] = []
  {
    const page = await besideChat(chat, troubles)
    await page.getByRole('heading', { level: 1, name: '张桂兰' }).waitFor()
    await see(page, '还没对上居民')
    await see(page, '我想单独上个户口本')
    const script = page.locator('article', { hasText: '分户怎么办' })
    await script.waitFor()
    await settle(page)
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 720 })
      faults.push(...(await inspectPage(page, touch)))
      await picture(page, `sidebar-${width}`)
    }
    await page.setViewportSize({ width: 320, height: 720 })
    await page.getByRole('button', { name: '大字' }).click()
    faults.push(...(await inspectPage(page, { text: 16, target: 44 })))
    await picture(page, 'sidebar-large')
    await page.getByRole('button', { name: '小字' }).click()
    await page.setViewportSize({ width: 360, height: 720 })

    // What nobody knows yet has to be filled in; then one tap, and a second one says nothing twice.
    const button = script.getByRole('button', { name: /^(补|发到聊天|正在发|已发)/ })
    for (const gap of await script.locator('input').all()) {
      assert.ok(await button.isDisabled())
      await gap.fill('户口簿和房产证')
    }
    await button.dblclick()
    await script.getByRole('button', { name: '已发到聊天' }).or(script.getByText('再发一次')).waitFor()
    const lines = client.linesOf(chat)
    assert.equal(lines.length, 1)
    assert.match(lines[0]!.text, /户口簿/)
    assert.doesNotMatch(lines[0]!.text, /[{}]/)
    await see(page, '已答复')

    // Any script by two characters.
    await page.getByRole('searchbox').fill('调解')
    await page.locator('article', { hasText: '调解' }).first().waitFor()
    faults.push(...(await inspectPage(page, touch)))
    await picture(page, 'sidebar-search')

    await page.getByRole('button', { name: '开案件' }).click()
    await page.getByLabel('办事项目').selectOption({ label: '分户' })
    faults.push(...(await inspectPage(page, touch)))
    await picture(page, 'sidebar-case')
    await page.getByRole('button', { name: '开这个案件' }).dblclick()
    await see(page, '案件已开')
    await page.getByRole('button', { name: '好了' }).click()
    await see(page, '待处理')

    await page.getByRole('button', { name: '发材料' }).click()
    await page.getByLabel('办事项目').selectOption({ label: '分户' })
    await see(page, '办“分户”请带这些材料')
    const paper = page.locator('.said', { hasText: '结婚证' })
    await paper.waitFor()
    // Each answer is a tap; one leads to another guide, and is taken back by another tap.
    await page.getByRole('button', { name: '在外地' }).click()
    await page.getByRole('button', { name: '换成“' }).waitFor()
    await page.getByRole('button', { name: '在外地 改' }).click()
    for (const answer of ['在这里', '满了', '兄弟、父子分家'])
      await page.getByRole('button', { name: answer, exact: true }).click()
    await paper.waitFor({ state: 'detached' })
    await see(page, '办“分户”请带这些材料')
    faults.push(...(await inspectPage(page, touch)))
    await picture(page, 'sidebar-papers')
    await page.getByRole('button', { name: '发到聊天' }).click()
    await page.getByRole('button', { name: '已发到聊天' }).waitFor()
    await page.getByRole('button', { name: '返回' }).click()

    await page.getByRole('button', { name: '预约' }).click()
    await page.getByLabel('办事项目').selectOption({ label: '分户' })
    await page
      .getByRole('button', { name: /^\d\d:\d\d$/ })
      .first()
      .click()
    // What was said as the papers were sent need not be said again.
    for (const answer of ['在这里', '满了', '兄弟、父子分家'])
      await page.getByRole('button', { name: `${answer} 改` }).waitFor()
    faults.push(...(await inspectPage(page, touch)))
    await picture(page, 'sidebar-book')
    await page.getByRole('button', { name: /^约这个时间：/ }).click()
    await see(page, '约好了')
    await page.getByRole('button', { name: '好了' }).click()
    await see(page, /^已约 .*分户$/)
  }
  assert.deepEqual(troubles, [])
  assert.deepEqual(faults, [])

  const contactId = matter.contact.id
  const cases = await (await calls.get(`/api/cases?contactId=${contactId}&status=all`)).json()
  assert.equal(cases.items.length, 1)
  assert.equal(cases.items[0].conversationId, matter.id)
  const said = client.linesOf(chat).map(({ text }) => text)
  assert.equal(said.length, 2)
  assert.doesNotMatch(said[1]!, /结婚证/)
  const answers = await inStation(stage.context.pool, stage.world.stationId, (tx) =>
    tx.client.query(
      `select question, answer, officer_id as by from appointment_answers where station_id = $1 order by question`,
      [stage.world.stationId],
    ),
  )
  assert.deepEqual(
    answers.rows,
    Object.entries({ adult: 'yes', reason: 'family', register: 'here' }).map(([question, answer]) => ({
      question,
      answer,
      by: stage.world.officers.officer,
    })),
  )
  const desk = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await openConversation(desk, '张桂兰')
  const log = desk.getByRole('log')
  for (const words of said) await log.getByText(words.split('\n')[0]!.slice(0, 20)).first().waitFor()
  await log.getByText('在企业微信里回复').first().waitFor()
  await log.getByText('李民警').first().waitFor()
})

test('words pasted from a chat open a matter with their answer; strangers and groups are told as what they are', {
  timeout: 240_000,
}, async () => {
  const calls = await stage.callAs('officer')
  const before = await write(second!.externalUserId, '路灯坏了三天，晚上看不见路')
  const closed = await calls.post(`/api/conversations/${before.id}/closure`, {
    data: { emergency: false, settlement: 'online', outcome: '已报修', tell: false },
  })
  assert.ok(closed.ok(), await closed.text())
  const troubles: string[] = []
  const talk = chatWith(second!.externalUserId)
  const page = await besideChat(talk, troubles)
  await see(page, '没有在办的事。')
  const words = '邻居家的狗咬了我孩子，谁来管？'
  await page.getByRole('searchbox').fill('狗')
  const script = page.locator('article', { hasText: '被狗咬了' })
  await script.getByRole('button', { name: '发到聊天' }).click()
  await see(page, '先把居民说的话贴在上面')
  assert.equal(client.linesOf(talk).length, 0)
  await page.getByLabel('居民说了什么').fill(words)
  await script.getByRole('button', { name: '发到聊天' }).click()
  await see(page, '已答复')
  assert.equal(client.linesOf(talk).length, 1)
  const { items } = await (
    await calls.get(`/api/conversations?queue=all&contactId=${before.contact.id}`)
  ).json()
  const [opened, ...others] = items.filter(({ id }: { id: string }) => id !== before.id)
  assert.equal(others.length, 0)
  const { messages } = await (await calls.get(`/api/conversations/${opened.id}`)).json()
  assert.deepEqual(
    messages.map((each: { direction: string; body: string }) => [each.direction, each.body]),
    [
      ['inbound', words],
      ['outbound', client.linesOf(talk)[0]!.text],
    ],
  )
  assert.deepEqual(troubles, [])

  const nobody = people.add({ name: '路过的人' }).externalUserId
  const stranger = await besideChat(chatWith(nobody), troubles, ['404 /api/sidebar/people/'])
  await see(stranger, '还没有登记这位联系人')
  assert.deepEqual(await inspectPage(stranger, touch), [])
  await picture(stranger, 'sidebar-stranger')

  const group = chatWith(String(groups.create(officer.userid, '西村村群', [nobody])), 'group')
  const crowd = await besideChat(group, troubles, ['404 /api/sidebar/groups/'])
  await crowd.getByLabel('按哪个村').waitFor()
  await crowd.getByLabel('按哪个村').selectOption({ label: '东村' })
  await crowd.getByRole('button', { name: '反诈防诈' }).click()
  const warning = crowd.locator('article').first()
  await warning.waitFor()
  assert.deepEqual(await inspectPage(crowd, touch), [])
  await picture(crowd, 'sidebar-group')
  await warning.getByRole('button', { name: '发到聊天' }).click()
  await warning.getByRole('button', { name: '已发到聊天' }).waitFor()
  assert.match(client.linesOf(group)[0]!.text, /^各位乡亲/)

  await crowd.getByRole('button', { name: '发材料' }).click()
  await crowd.getByLabel('办事项目').selectOption({ label: '分户' })
  await see(crowd, '办“分户”请带这些材料')
  await crowd.getByRole('button', { name: '发到聊天' }).click()
  await crowd.getByRole('button', { name: '已发到聊天' }).waitFor()
  await crowd.getByRole('button', { name: '返回' }).click()
  assert.match(client.linesOf(group)[1]!.text, /办“分户”请带这些材料/)
  await crowd.getByRole('button', { name: '开案件' }).click()
  await crowd.getByRole('button', { name: '安全隐患' }).click()
  await crowd.getByLabel('一句话说明').fill('东村塘边护栏断了')
  await crowd.getByRole('button', { name: '开这个案件' }).click()
  await see(crowd, '案件已开')
  await crowd.getByRole('button', { name: '好了' }).click()
  await crowd.getByRole('region', { name: '本村没办完的案件' }).getByText('东村塘边护栏断了').waitFor()
  await picture(crowd, 'sidebar-group-cases')
  assert.deepEqual(await inspectPage(crowd, touch), [])
  assert.equal(await crowd.getByRole('button', { name: '预约' }).count(), 0)
  assert.deepEqual(troubles, [])
})
