import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeInitialPassword } from './accounts.ts'
import { findPasswordFault } from './password-rules.ts'

test('what is short, common, a run of keys or the user name is refused', () => {
  for (const password of [
    '',
    'short',
    'nine-char',
    '12345678901',
    '0987654321',
    'qwertyuiop123',
    'abcdefghij',
    'aaaaaaaaaaaa',
    'Password2024!',
    '1qaz2wsx3edc',
    'ＰＡＳＳＷＯＲＤ１２３４',
    'jingcha110110',
    'zhou.fj-2024-xy',
    'x'.repeat(129),
  ]) {
    assert.ok(findPasswordFault(password, 'zhou.fj'), password)
  }
})

test('length is enough: words, Chinese and what the server makes are taken', () => {
  for (const password of [
    'correct horse battery',
    '村口那棵老樟树下等你',
    'plum-trees-by-the-weir',
    '2024年村口第三棵树',
  ])
    assert.equal(findPasswordFault(password, 'zhou.fj'), null)
  for (let i = 0; i < 200; i++) assert.equal(findPasswordFault(makeInitialPassword(), 'zhou.fj'), null)
})
