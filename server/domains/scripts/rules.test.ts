import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readVariables } from '../../../contract/script-variables.ts'
import { scriptVariables } from '../../../contract/vocabulary.ts'
import { fillScript, nextCode, stateOf } from './rules.ts'
import { starterScripts } from './starter/scripts.ts'

test('values go where the variables stand, a blank one is missing and keeps its braces', () => {
  const body = '{居民称呼}，约好{约定时间}到{约定地点}。{居民称呼}请带身份证。'
  const { text, missing } = fillScript(body, { 居民称呼: '陈大妈', 约定时间: ' ', 约定地点: null })
  assert.equal(text, '陈大妈，约好{约定时间}到{约定地点}。陈大妈请带身份证。')
  assert.deepEqual(missing, ['约定时间', '约定地点'])
})

const pieces = fc.array(fc.oneof(fc.constantFrom(...scriptVariables.map((name) => `{${name}}`)), fc.string()))
const values = fc.record(
  Object.fromEntries(scriptVariables.map((name) => [name, fc.string()])) as Record<
    (typeof scriptVariables)[number],
    fc.Arbitrary<string>
  >,
  { requiredKeys: [] },
)

test('what is filled has no variable left exactly when nothing is missing, whatever the values hold', () => {
  fc.assert(
    fc.property(pieces, values, (parts, given) => {
      const body = parts.join('')
      const { text, missing } = fillScript(body, given)
      assert.deepEqual(new Set(readVariables(text).variables), new Set(missing))
      for (const name of missing) assert.ok(!given[name]?.trim())
    }),
  )
})

test('a value is never read as a variable or put in twice', () => {
  const { text, missing } = fillScript('{居民称呼}你好，{村名}', { 居民称呼: '{村名}$&', 村名: '东村' })
  assert.equal(text, '｛村名｝$&你好，东村')
  assert.deepEqual(missing, [])
})

test('mistyped and open braces are found, names from Object do not pass', () => {
  assert.deepEqual(readVariables('{居民称呼}{村}{constructor}{').unknown, ['{村}', '{constructor}', '{'])
  assert.deepEqual(readVariables('｛居民称呼｝，您好｝').unknown, ['｛居民称呼｝', '｝'])
  assert.equal(fillScript('{constructor}', {}).text, '{constructor}')
})

test('the last day counts, a retired script is retired whatever else', () => {
  const script = { retiredAt: null, approvedVersion: 1, expiresOn: '2026-11-24' }
  assert.equal(stateOf(script, '2026-11-24'), 'usable')
  assert.equal(stateOf(script, '2026-11-25'), 'expired')
  assert.equal(stateOf({ ...script, approvedVersion: null }, '2026-11-25'), 'draft')
  assert.equal(stateOf({ ...script, retiredAt: new Date() }, '2026-11-24'), 'retired')
})

test('codes count on from the highest of the library', () => {
  assert.equal(nextCode('anti_fraud', []), 'AF01')
  assert.equal(nextCode('anti_fraud', ['AF02', 'AF09', 'AF10', 'ME30', 'AFX']), 'AF11')
})

test('every delivered script has only variables the system can fill', () => {
  for (const script of starterScripts) assert.deepEqual(readVariables(script.body).unknown, [], script.code)
})
