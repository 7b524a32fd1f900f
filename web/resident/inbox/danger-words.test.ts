import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soundsDangerous } from './danger-words.ts'

test('words of danger in one’s own way of speaking', () => {
  for (const text of [
    '救命',
    '隔壁打起来了，有人拿刀',
    '我爷爷喝了农药',
    '屋里起火了',
    '小孩掉进塘里了',
    '国道上车祸撞人了',
  ]) {
    assert.equal(soundsDangerous(text), true, text)
  }
})

test('ordinary questions stay calm', () => {
  for (const text of [
    '我想分户，要带什么？',
    '小孩上户口要多少钱',
    '消防演练是哪天',
    '怎么防触电',
    '身份证丢了',
  ]) {
    assert.equal(soundsDangerous(text), false, text)
  }
})
