import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errcodes } from './errcodes.ts'
import { explainErrcode } from './explain-errcode.ts'

test('each explanation is whole sentences, and a refused set-up says where to mend it', () => {
  for (const [errcode, { meaning, mend }] of errcodes) {
    assert.match(meaning, /^.{4,}。$/u, String(errcode))
    assert.match(mend, /^.{3,}。$/u, String(errcode))
  }
  for (const errcode of [
    40001, 40013, 48001, 48002, 48007, 50003, 60020, 84074, 95012, 95017, 301002, 50001,
  ]) {
    assert.match(explainErrcode(errcode).mend, /管理后台|独立版/, String(errcode))
  }
  assert.match(explainErrcode(95011).mend, /自建应用的 Secret/)
})

test('what is not known is refused for good, with its number to look up', () => {
  assert.equal(explainErrcode(123456).retry, 'never')
  assert.equal(explainErrcode(45009).retry, 'later')
  assert.equal(explainErrcode(-1).retry, 'wait')
  assert.equal(explainErrcode(42001).retry, 'token')
})
