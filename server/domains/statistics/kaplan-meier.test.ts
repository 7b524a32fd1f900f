import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answeredWithin, type Wait } from './kaplan-meier.ts'

const answered = (...minutes: number[]): Wait[] => minutes.map((each) => ({ minutes: each, answered: true }))
const waiting = (...minutes: number[]): Wait[] => minutes.map((each) => ({ minutes: each, answered: false }))

// Survival worked out by hand beside each case.
const table: [string, Wait[], (number | null)[]][] = [
  ['nobody asked', [], [null, null]],
  ['one answer', answered(7), [7, 7]],
  // 3/4, 2/4, 1/4, 0: half have an answer at 20, nine of ten only at 40.
  ['all answered', answered(10, 20, 30, 40), [20, 40]],
  // 4/5 · 3/4 · (20 leaves) · 1/2 · 0 → 0.8, 0.6, 0.6, 0.3, 0
  ['one still waits in the middle', [...answered(5, 10, 30, 40), ...waiting(20)], [30, 40]],
  // 2/3, then the other two still wait: half is never reached.
  ['too few answers', [...answered(5), ...waiting(60, 90)], [null, null]],
  // Answered and still waiting at the same minute: the answer comes first. 2/3 · 1/2 = 1/3.
  ['ties', [...answered(5, 10), ...waiting(10)], [10, null]],
  // 9/10, …: the tenth still waits, so 90 % is reached exactly at the ninth answer.
  ['nine of ten', [...answered(1, 2, 3, 4, 5, 6, 7, 8, 9), ...waiting(500)], [5, 9]],
  // The six patients of Kaplan–Meier textbooks: 6, 6, 6+, 7, 9+, 10 → 4/6, then 2/3 of that at 7 (3 at risk), 0 at 10.
  ['textbook', [...answered(6, 6, 7, 10), ...waiting(6, 9)], [7, 10]],
]

for (const [name, waits, expected] of table) {
  test(`Kaplan–Meier: ${name}`, () => assert.deepEqual(answeredWithin(waits, [0.5, 0.9]), expected))
}

const anyWaits = fc.array(fc.record({ minutes: fc.nat(1000), answered: fc.boolean() }), { maxLength: 60 })

test('when everybody has an answer the median is the middle one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (minutes) => {
      const sorted = [...minutes].sort((a, b) => a - b)
      assert.deepEqual(answeredWithin(answered(...minutes), [0.5]), [
        sorted[Math.ceil(minutes.length / 2) - 1],
      ])
    }),
  )
})

test('one more who still waits, longer than all, never makes the answer look faster', () => {
  fc.assert(
    fc.property(anyWaits, (waits) => {
      const before = answeredWithin(waits, [0.5, 0.9])
      const after = answeredWithin([...waits, ...waiting(2000)], [0.5, 0.9])
      after.forEach((value, index) => {
        assert.ok(value === null || (before[index] !== null && value >= before[index]!))
      })
    }),
  )
})

test('the order in which waits are listed does not matter', () => {
  fc.assert(
    fc.property(anyWaits, (waits) => {
      assert.deepEqual(answeredWithin([...waits].reverse(), [0.5, 0.9]), answeredWithin(waits, [0.5, 0.9]))
    }),
  )
})
