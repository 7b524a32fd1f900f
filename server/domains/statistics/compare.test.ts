import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareFigures, percentChange, zOfCounts } from './compare.ts'
import { asCount, asShare } from './figure.ts'
import { monthPeriod } from './periods.ts'

const now = new Date('2026-11-23T10:00:00+08:00')
const october = monthPeriod('2026-10', now)
const september = monthPeriod('2026-09', now)
const november = monthPeriod('2026-11', now)

test('percent has one decimal, both signs, and none when there was nothing before', () => {
  const table: [number, number, number | null][] = [
    [110, 200, -45],
    [1, 3, -66.7],
    [3, 1, 200],
    [3, 0, null],
    [0, 0, null],
    [0, 7, -100],
    [20, 20, 0],
    [1001, 1000, 0.1],
  ]
  for (const [after, before, percent] of table) assert.equal(percentChange(after, before), percent)
})

test('a count is compared with both counts, percent, z and the small-numbers mark', () => {
  assert.deepEqual(compareFigures('count', asCount(121), asCount(100), october, september), {
    from: '2026-09-01',
    to: '2026-09-30',
    now: 121,
    before: 100,
    beforeDenominator: null,
    beforeValue: 100,
    percent: 21,
    points: null,
    z: 2,
    withinUsual: true,
    smallNumbers: false,
  })
  const halved = compareFigures('count', asCount(55), asCount(100), october, september)
  assert.equal(halved?.percent, -45)
  assert.equal(halved?.withinUsual, false)
  assert.equal(compareFigures('count', asCount(19), asCount(100), october, september)?.smallNumbers, true)
  assert.equal(compareFigures('count', asCount(5), asCount(0), october, september)?.percent, null)
})

test('while the month is not over there are counts but no percent and no verdict', () => {
  const running = compareFigures('count', asCount(60), asCount(100), november, october)
  assert.deepEqual([running?.now, running?.before], [60, 100])
  assert.deepEqual([running?.percent, running?.z, running?.withinUsual], [null, null, null])
})

test('shares are compared in points, and only when both have a denominator', () => {
  assert.equal(compareFigures('share', asShare(90, 100), asShare(85, 100), october, september)?.points, 5)
  const none = compareFigures('share', asShare(90, 100), asShare(0, 0), october, september)
  assert.deepEqual([none?.points, none?.percent, none?.smallNumbers], [null, null, true])
})

test('of 1,000 townships in which nothing changed few are called unusual', () => {
  // A linear congruential generator keeps the townships the same on every run.
  let state = 20_261_123
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  const poisson = (mean: number) => {
    let count = -1
    for (let sum = 0; sum < mean; count++) sum -= Math.log(random())
    return count
  }
  let unusual = 0
  for (let town = 0; town < 1000; town++) {
    const mean = 20 + (town % 200)
    if (Math.abs(zOfCounts(poisson(mean), poisson(mean))) >= 3) unusual++
  }
  // Both counts vary, so |z| ≥ 3 is 2.1 standard deviations and happens by chance in about 34 of 1,000.
  assert.ok(unusual >= 10 && unusual <= 60, `${unusual} of 1000`)
})

test('z has the sign of the change and grows with it', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (after, before) => {
      const z = zOfCounts(after, before)
      assert.ok(Math.sign(z) === Math.sign(after - before) && z === -zOfCounts(before, after))
    }),
  )
})
