import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeGroup, minutesAgo } from '../server/domains/rumours/rumours.fixture.ts'
import { picture, startClient } from './beside-chat.ts'
import { see } from './browser.ts'
import { inspectPage } from './inspect-page.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { world, context } = stage
const { control, chatWith, connect, besideChat, officer } = await startClient(stage)
const { people, client, groups } = control
const touch = { text: 12, target: 44 }
const words = '老桥今晚要封路吗'

test('beside a village group: the approved reply goes there with one tap and is marked, asked again, taken back', {
  timeout: 180_000,
}, async () => {
  await connect()
  const neighbour = people.add({ name: '刘大爷' }).externalUserId
  const chatId = String(groups.create(officer.userid, '东村平安群', [neighbour]))
  const group = await makeGroup(context.pool, world.stationId, '东村平安群', world.villages.east, chatId)
  const [desk, chief] = [await stage.callAs('officer'), await stage.callAs('chief')]
  const post = async (who: typeof desk, path: string, data: object) => {
    const answer = await who.post(`/api/rumours${path}`, { data })
    assert.ok(answer.ok(), await answer.text())
    return answer.json()
  }
  const { id } = await post(desk, '', {
    words,
    topic: 'traffic',
    firstHeardAt: minutesAgo(30),
    villageIds: [world.villages.east],
  })
  const stateOf = async () => {
    const { groups } = await (await chief.get(`/api/rumours/${id}`)).json()
    return groups.map((each: { groupId: string; state: string }) => [each.groupId, each.state])
  }
  const approve = async (checked: string) => {
    const { version } = await post(desk, `/${id}/replies`, {
      knownAt: minutesAgo(20),
      checked,
      source: '镇交通站',
      unknown: '',
      advice: '照常走',
      nextUpdateAt: new Date(Date.now() + 864e5).toISOString(),
      correction: null,
    })
    await post(chief, `/${id}/approvals`, { version, doubtsSeen: false })
  }

  const troubles: string[] = []
  const chat = chatWith(chatId, 'group')
  const page = await besideChat(chat, troubles, [], 'eastauxiliary')
  const rumours = page.getByRole('region', { name: '这个群的辟谣' })
  await rumours.getByText('另外 1 条传言').click()
  const card = rumours.getByRole('article').filter({ hasText: words })
  await card.getByText('还没有批准的答复').waitFor()
  assert.equal(await card.getByRole('button', { name: '发到聊天' }).count(), 0, 'nothing may be said yet')
  await card.getByRole('button', { name: '群里有人问' }).click()
  await card.getByText('还在问').waitFor()
  assert.deepEqual(await stateOf(), [[group, 'waiting']])

  await approve('今晚照常通行')
  await page.reload()
  await see(page, '核实了什么：今晚照常通行')
  const faults = await inspectPage(page, touch)
  await picture(page, 'sidebar-rumour')
  await page.setViewportSize({ width: 320, height: 720 })
  await page.getByRole('button', { name: '大字' }).click()
  faults.push(...(await inspectPage(page, { text: 16, target: 44 })))
  await picture(page, 'sidebar-rumour-large')
  await page.getByRole('button', { name: '小字' }).click()
  await page.setViewportSize({ width: 360, height: 720 })
  await card.getByRole('button', { name: '发到聊天' }).dblclick()
  await card.getByText('已答复').waitFor()
  assert.deepEqual(
    client.linesOf(chat).map(({ text }) => text.split('\n')[0]),
    [`【答复】关于“${words}”`],
  )
  assert.deepEqual(await stateOf(), [[group, 'answered']])
  faults.push(...(await inspectPage(page, touch)))

  // Somebody asks again, by mistake; then the reply is pasted by hand.
  await card.getByRole('button', { name: '又有人问' }).click()
  await card.getByText('还在问').waitFor()
  await card.getByRole('button', { name: '点错了' }).click()
  await card.getByText('已答复').waitFor()
  assert.deepEqual(await stateOf(), [[group, 'answered']])
  await approve('今晚八点后封路')
  await page.reload()
  await card.getByText('有新答复要发').waitFor()
  await card.getByRole('button', { name: '复制' }).click()
  await card.getByRole('button', { name: '粘贴发出了，打勾' }).click()
  await card.getByText('已答复').waitFor()
  assert.deepEqual(await stateOf(), [[group, 'answered']])

  // Sent where there is no network any more: the mark is made up for when there is.
  await approve('今晚八点到十点封路')
  await page.reload()
  await card.getByText('有新答复要发').waitFor()
  await page.route('**/answers', (route) => route.abort())
  await card.getByRole('button', { name: '发到聊天' }).click()
  await see(page, '有 1 句话已经发出、还没记下，正在重试')
  await page.unroute('**/answers')
  await card.getByText('已答复').waitFor({ timeout: 15_000 })
  assert.deepEqual(await stateOf(), [[group, 'answered']])
  assert.equal(client.linesOf(chat).length, 2)
  assert.deepEqual(faults, [])
  assert.deepEqual(
    troubles.filter((each) => !each.includes('/answers')),
    [],
  )
})
