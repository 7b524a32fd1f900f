import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slashAt } from './slash-at.ts'

test('a slash at the beginning or after a blank asks for a script, with what stands behind it up to the caret', () => {
  assert.deepEqual(slashAt('/', 1), { start: 0, end: 1, words: '' })
  assert.deepEqual(slashAt('/fh', 3), { start: 0, end: 3, words: 'fh' })
  assert.deepEqual(slashAt('您好 /分户', 6), { start: 3, end: 6, words: '分户' })
  assert.deepEqual(slashAt('您好\n／fh，谢谢', 6), { start: 3, end: 6, words: 'fh' })
})

test('dates, addresses and what is past the caret ask for nothing', () => {
  for (const text of ['3/4', 'https://a.cn', '您好/分户', '/fh ', `/${'长'.repeat(21)}`])
    assert.equal(slashAt(text, text.length), null, text)
  assert.equal(slashAt('/fh', 0), null)
})
