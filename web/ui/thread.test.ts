import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followNewest, putBefore, type Stretch } from './thread.ts'

type Message = { id: string; sentAt: string }
const message = (n: number): Message => ({
  id: `m${String(n).padStart(4, '0')}`,
  sentAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
})
/** Messages from one number to another, as a page of the server. */
const stretch = (from: number, to: number): Stretch<Message> => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  more: from > 1,
})
const idsOf = ({ messages }: Stretch<Message>) => messages.map(({ id }) => id)

test('while the newest page moves on, nothing between it and what was read back is lost', () => {
  let shown = putBefore(stretch(81, 130), stretch(31, 80))
  for (let newest = 131; newest <= 260; newest++) shown = followNewest(shown, stretch(newest - 49, newest))
  assert.deepEqual(idsOf(shown), idsOf(stretch(31, 260)))
  assert.equal(shown.more, true)
  shown = putBefore(shown, stretch(1, 30))
  assert.deepEqual(idsOf(shown), idsOf(stretch(1, 260)))
  assert.equal(shown.more, false)
})

test('a page that does not touch what is there begins anew, and the way back leads through what lies between', () => {
  const shown = followNewest(putBefore(stretch(81, 130), stretch(31, 80)), stretch(200, 249))
  assert.deepEqual(shown, stretch(200, 249))
})

test('what was sent earlier and comes late stands where it was sent, once', () => {
  const late = { id: 'late', sentAt: message(100).sentAt.replace(':00.000Z', ':30.000Z') }
  const page = { messages: [...stretch(82, 100).messages, late, ...stretch(101, 130).messages], more: true }
  const shown = followNewest(stretch(81, 130), page)
  assert.equal(shown.messages.length, 51)
  assert.equal(shown.messages[shown.messages.findIndex(({ id }) => id === 'm0101') - 1]?.id, 'late')
  assert.deepEqual(followNewest(shown, page), shown)
})

test('a talk shorter than a page stays whole when it grows beyond', () => {
  const shown = followNewest({ ...stretch(1, 50), more: false }, stretch(2, 51))
  assert.deepEqual(idsOf(shown), idsOf(stretch(1, 51)))
  assert.equal(shown.more, false)
})
