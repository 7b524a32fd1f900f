import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { initialsOf, pinyinOf } from './pinyin.ts'

test('a character of several readings is found by each, the likeliest first', () => {
  assert.deepEqual(initialsOf('分户'), ['fh'])
  assert.deepEqual(initialsOf('重庆'), ['cq', 'zq'])
  assert.equal(pinyinOf('银行卡')[0], 'yinhangka')
  assert.ok(pinyinOf('女儿').includes('nver'))
})

test('letters and digits stand for themselves, everything else for nothing', () => {
  assert.deepEqual(initialsOf('Ａ4 纸，12张！'), ['a4z12z'])
  assert.deepEqual(initialsOf('，。！'), [])
  assert.deepEqual(pinyinOf(''), [])
})

test('whatever is written, the spellings are few and only letters and digits', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('行'.repeat(200))), (text) => {
      for (const ways of [initialsOf(text), pinyinOf(text)]) {
        assert.ok(ways.length <= 16)
        for (const way of ways) assert.match(way, /^[a-z0-9]+$/)
      }
    }),
    { numRuns: 100 },
  )
})
