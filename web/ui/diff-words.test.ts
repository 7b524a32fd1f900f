import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diffWords } from './diff-words.ts'

const side = (parts: ReturnType<typeof diffWords>, without: 'gone' | 'new') =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('only what differs is marked', () => {
  assert.deepEqual(diffWords('请带户口簿原件来。', '请带户口簿和身份证来。'), [
    { kind: 'same', text: '请带户口簿' },
    { kind: 'gone', text: '原件' },
    { kind: 'new', text: '和身份证' },
    { kind: 'same', text: '来。' },
  ])
  assert.deepEqual(diffWords('一样', '一样'), [{ kind: 'same', text: '一样' }])
  assert.deepEqual(diffWords('', '新的'), [{ kind: 'new', text: '新的' }])
})

test('both texts can be read out of the parts, whatever they are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('请带', '户口簿', '，', '来')).map((words) => words.join('')),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after)
      assert.equal(side(parts, 'new'), before)
      assert.equal(side(parts, 'gone'), after)
    }),
  )
})

test('very long texts are compared at once', () => {
  const parts = diffWords('甲 '.repeat(3000), '乙 '.repeat(3000))
  assert.ok(parts.length > 0)
})
