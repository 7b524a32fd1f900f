import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usedScripts } from './used-scripts.ts'

const split = {
  id: 'split',
  version: 3,
  title: '分户怎么办',
  body: '{居民称呼}您好，分户要带户口簿和房产证明。办理时限{办理时限}。',
}
const card = {
  id: 'card',
  version: 1,
  title: '换身份证',
  body: '{居民称呼}您好，换身份证请本人来，带旧证。请到所里窗口办理。',
}
const both = [split, card]
const idsOf = (text: string, scripts = both) => usedScripts(scripts, text).map(({ id }) => id)

test('each script of which something still stands in the text is kept, filled and changed as it may be', () => {
  const text =
    '陈大妈您好，分户要带户口簿和房产证明。办理时限当天。\n陈大妈您好，换身份证请本人来，记得带旧证。'
  assert.deepEqual(idsOf(text), ['split', 'card'])
  assert.deepEqual(idsOf('分户要带户口簿和房产证明，写在前面。'), ['split'])
  assert.deepEqual(idsOf('换身份证请本人来'), ['card'])
})

test('what was taken out again is not claimed, nor for words that stand in both', () => {
  assert.deepEqual(idsOf('好的，我明天打电话给您。'), [])
  const greeting = { ...split, body: '这里是大成桥派出所。请带户口簿原件。' }
  const other = { ...card, body: '这里是大成桥派出所。请本人带旧证来。' }
  assert.deepEqual(idsOf('这里是大成桥派出所。请本人带旧证来。', [greeting, other]), ['card'])
})

test('a script too short to be found again stays', () => {
  assert.deepEqual(idsOf('好的', [{ ...split, body: '收到。' }]), ['split'])
})
