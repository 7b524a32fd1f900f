import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { indexMessages } from '../server/domains/inbox/index-messages.ts'
import { indexEntries } from '../server/domains/search/index-entries.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { startStage } from './stage.ts'

const stage = await startStage()

test('an officer searches with the keyboard alone, and comes to the very message far back in a talk', {
  timeout: 120_000,
}, async () => {
  const { world, context } = stage
  const phone = await stage.openPhone()
  // The page opens its visit by itself: only then is this phone known.
  for (const until = Date.now() + 15_000; !(await phone.request.get('/api/resident/conversations')).ok(); )
    assert.ok(Date.now() < until, 'the visit is open')
  let conversationId: string | undefined
  for (const body of ['我家的黄牛跑丢了', ...Array.from({ length: 59 }, (_, n) => `第${n}句别的话`)]) {
    const answer = await phone.request.post('/api/resident/messages', {
      data: { clientKey: randomUUID(), body, ...(conversationId ? { conversationId } : {}) },
    })
    assert.equal(answer.status(), 201, await answer.text())
    conversationId = (await answer.json()).conversationId
  }
  const desk = await stage.callAs('officer')
  const household = { villageId: world.villages.east, address: '东村3组12号' }
  await desk.post('/api/residents', { data: { name: '黄牛根', phone: '13900004417', household } })
  // What is written in a rush is filed when the rush is over; only then can it be indexed.
  const indexed = async () => {
    for (const index of [indexEntries, indexMessages])
      while ((await inStation(context.pool, world.stationId, index)) > 0);
    const { rows } = await inStation(context.pool, world.stationId, ({ client }) =>
      client.query('select count(*)::int as messages from message_sounds where station_id = $1', [
        world.stationId,
      ]),
    )
    return rows[0].messages
  }
  for (
    const until = Date.now() + 30_000;
    (await indexed()) < 60;
    await new Promise((go) => setTimeout(go, 200))
  )
    assert.ok(Date.now() < until, 'the messages are filed and indexed')

  const page = await stage.openWorkbench('officer')
  await page.getByRole('button', { name: /^搜索/ }).waitFor()
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: '搜索' })
  await field.fill('huangniu')
  const options = page.getByRole('option')
  await page.getByRole('group', { name: '消息' }).getByRole('option').waitFor()
  const chosen = () => page.getByRole('option', { selected: true }).textContent()
  assert.match((await chosen())!, /^黄牛根/)
  await page.keyboard.press('Tab')
  assert.match((await chosen())!, /黄牛跑丢了/)
  await page.keyboard.press('ArrowUp')
  assert.match((await chosen())!, /^黄牛根/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const sought = page.getByRole('log').getByText('我家的黄牛跑丢了', { exact: true })
  await sought.waitFor()
  await page.locator('.bubble.sought', { hasText: '黄牛' }).waitFor()
  await page.waitForFunction(() => {
    const box = document.querySelector('.bubble.sought')?.getBoundingClientRect()
    return box && box.top > 0 && box.bottom < innerHeight
  })

  // In a field a slash is a slash; the chord opens the search from there. What was found before is offered again.
  await page.getByRole('textbox', { name: '回复居民' }).fill('/')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('button', { name: 'huangniu' }).click()
  await options.first().waitFor()
  await field.fill('黄刘')
  await page.getByText('没有完全一样的，下面是读音或意思相近的').first().waitFor()

  // The same by its address, on a phone.
  const small = await stage.openWorkbench('officer', { phone: true, at: 'search?text=尾号4417' })
  await small.getByRole('option', { name: /黄牛根/ }).click()
  await small.getByRole('heading', { name: '黄牛根' }).waitFor()
})
