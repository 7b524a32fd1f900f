import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { joinShifts, staffedMinutes } from './staffed-time.ts'

const minute = 60_000

test('only the staffed part of a wait counts, and colleagues on duty together count once', () => {
  const staffed = joinShifts([
    { from: 100 * minute, until: 200 * minute },
    { from: 150 * minute, until: 220 * minute },
    { from: 300 * minute, until: 310 * minute },
  ])
  const table: [number, number, number][] = [
    [0, 50, 0],
    [0, 1000, 130],
    [150, 250, 70],
    [210, 305, 15],
    [230, 290, 0],
    [160, 160, 0],
  ]
  for (const [from, until, expected] of table) {
    assert.equal(staffedMinutes(staffed, from * minute, until * minute), expected)
  }
  assert.equal(staffedMinutes(joinShifts([]), 0, minute), 0)
})

const shift = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 50 }))
  .map(([from, length]) => ({ from: from * minute, until: (from + length) * minute }))

test('it is the number of minutes in which some shift runs', () => {
  fc.assert(
    fc.property(fc.array(shift, { maxLength: 12 }), fc.nat(250), fc.nat(250), (shifts, a, b) => {
      const [from, until] = a < b ? [a, b] : [b, a]
      let counted = 0
      for (let at = from; at < until; at++) {
        if (shifts.some((each) => each.from <= at * minute && at * minute < each.until)) counted++
      }
      assert.equal(staffedMinutes(joinShifts(shifts), from * minute, until * minute), counted)
    }),
  )
})
