import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDeeds } from './once.ts'

const lost = new Error('no answer came')
const refused = new Error('refused')

test('every deed has a key of its own', async () => {
  const once = createDeeds(() => true)
  const keys = await Promise.all(['a', 'b'].map((deed) => once(deed, async (key) => key)))
  assert.match(keys[0]!, /^[0-9a-f]{32}$/)
  assert.notEqual(keys[0], keys[1])
})

test('a second tap while one runs is the one that runs', async () => {
  const once = createDeeds(() => true)
  let runs = 0
  const slow = () =>
    once('extend', async (key) => {
      runs++
      await new Promise((resume) => setTimeout(resume, 20))
      return key
    })
  const [first, second] = await Promise.all([slow(), slow()])
  assert.equal(first, second)
  assert.equal(runs, 1)
})

test('after an answer the same again is a new wish; after a lost one it is a second try with the same key', async () => {
  let time = 0
  const once = createDeeds(
    (error) => error === lost,
    () => time,
  )
  const seen: string[] = []
  const send = (fails?: Error) =>
    once('extend', async (key) => {
      seen.push(key)
      if (fails) throw fails
    })
  await send()
  await send()
  assert.notEqual(seen[0], seen[1])
  await assert.rejects(send(lost), lost)
  await assert.rejects(send(lost), lost)
  await send()
  assert.equal(new Set(seen.slice(2)).size, 1)
  await assert.rejects(send(refused), refused)
  await send()
  assert.notEqual(seen[5], seen[6], 'a refusal is an answer')
  await assert.rejects(send(lost), lost)
  time = 11 * 60_000
  await send()
  assert.notEqual(seen[7], seen[8], 'what was lost long ago is not tried again')
})
