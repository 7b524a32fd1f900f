import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitAtWords } from './split-at-words.ts'

const shown = (body: string, words: string[]) =>
  splitAtWords(body, words)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')

test('the words that counted are marked wherever they stand, and nothing is lost', () => {
  assert.equal(shown('想分户，分户要带什么', ['分户']), '想[分户]，[分户]要带什么')
  assert.equal(shown('户口本户口簿', ['户口', '户口簿']), '[户口]本[户口簿]')
  assert.equal(shown('加WX转账', ['wx', '转账']), '加[WX转账]')
  assert.equal(shown('没有对上的', ['诈骗', '']), '没有对上的')
  assert.equal(shown('', ['x']), '')
})
