import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { see } from './browser.ts'
import { openConversation } from './officer-steps.ts'
import { ask } from './resident-steps.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const count = 130
const words = (n: number) => `第${n}句话`

test('a talk of 130 messages is read back to its beginning, by the officer while more comes, and by the resident', {
  timeout: 240_000,
}, async () => {
  const phone = await stage.openPhone()
  const number = await ask(phone, words(1), { name: '陈大妈', village: '东村' })
  const [{ id: conversationId }] = await (await phone.request.get('/api/resident/conversations')).json()
  const say = async (n: number) => {
    const data = { clientKey: randomUUID(), conversationId, body: words(n) }
    assert.equal((await phone.request.post('/api/resident/messages', { data })).status(), 201)
  }
  for (let n = 2; n <= count; n++) await say(n)

  // The officer reads back one page; meanwhile the newest page moves on by as much as it holds.
  const officer = await stage.openWorkbench('officer', { at: 'inbox/all' })
  await openConversation(officer, number)
  const log = officer.getByRole('log')
  await log.getByText(words(count), { exact: true }).waitFor()
  await officer.getByRole('button', { name: '更早的消息' }).click()
  await log.getByText(words(50), { exact: true }).waitFor()
  for (let n = count + 1; n <= count + 20; n++) await say(n)
  await log.getByText(words(count + 20), { exact: true }).waitFor()
  await officer.getByRole('button', { name: '更早的消息' }).click()
  await log.getByText(words(1), { exact: true }).waitFor()
  assert.deepEqual(await spoken(officer, '[role=log] .bubble-body'), all(count + 20))

  await phone.goto(`/r/${stage.world.code}/conversations/${conversationId}`)
  await see(phone, words(count + 20))
  for (const first of [51, 1]) {
    const button = phone.getByRole('button', { name: '看更早的' })
    await button.scrollIntoViewIfNeeded()
    const before = await firstOnScreen(phone)
    await button.click()
    await phone.getByText(words(first), { exact: true }).waitFor({ state: 'attached' })
    const moved = (await topOf(phone, before.words)) - before.top
    assert.ok(Math.abs(moved) < 4, `what she was reading moved by ${moved} px`)
  }
  assert.equal(await phone.getByRole('button', { name: '看更早的' }).count(), 0)
  assert.deepEqual(await spoken(phone, '.bubbles .said'), all(count + 20))
  // A new one still brings the page to its end.
  await say(count + 21)
  await phone.getByText(words(count + 21), { exact: true }).waitFor()
  await phone.waitForFunction(
    (text) => {
      const newest = [...document.querySelectorAll('.bubbles .said')].find(
        (each) => each.textContent === text,
      )
      const box = newest?.getBoundingClientRect()
      return box && box.top >= 0 && box.bottom <= innerHeight
    },
    words(count + 21),
  )
})

const all = (until: number) => Array.from({ length: until }, (_, index) => words(index + 1))
const spoken = (page: Page, selector: string) => page.locator(selector).allTextContents()

/** The first message that is on the screen, and where. */
function firstOnScreen(page: Page): Promise<{ words: string; top: number }> {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll('.bubbles .said')]
    const first = said.find((each) => each.getBoundingClientRect().top > 0)!
    return { words: first.textContent ?? '', top: first.getBoundingClientRect().top }
  })
}

function topOf(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('.bubbles .said')]
        .find((each) => each.textContent === wanted)!
        .getBoundingClientRect().top,
    text,
  )
}
