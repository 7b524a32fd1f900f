import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupByLikeness } from './group-by-likeness.ts'

const asked = [
  '居住证怎么办理，要带什么材料',
  '请问办居住证要什么材料？',
  '我想办居住证，材料要哪些',
  '邻居家养的鸡老是跑到我菜地里',
  '隔壁养的鸡跑到我家菜地来了',
  '今天停水吗',
]

test('those that ask the same stand together, the most asked first, with the words they share', () => {
  const groups = groupByLikeness(asked, (text) => text)
  assert.deepEqual(
    groups.map(({ items }) => items.map((text) => asked.indexOf(text))),
    [[0, 1, 2], [3, 4], [5]],
  )
  assert.ok(groups[0]!.words.includes('居住证'), groups[0]!.words.join())
  assert.ok(groups[1]!.words.includes('菜地'), groups[1]!.words.join())
})

test('what has no Chinese is in no group; nothing gives nothing', () => {
  assert.deepEqual(
    groupByLikeness(['👍', 'ok', '。'], (text) => text),
    [],
  )
  assert.deepEqual(groupByLikeness([], String), [])
})

test('five hundred different messages are grouped within a second', () => {
  const many = Array.from(
    { length: 500 },
    (_, at) => `${asked[at % 6]}，${String.fromCharCode(0x4e00 + at * 7, 0x5e00 + at * 3)}村第${at}组`,
  )
  const start = performance.now()
  assert.ok(groupByLikeness(many, (text) => text).length > 0)
  assert.ok(performance.now() - start < 5000)
})
