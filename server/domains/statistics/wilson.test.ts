import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wilsonInterval } from './wilson.ts'

test('Wilson intervals as in the tables', () => {
  const table: [number, number, number, number][] = [
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
    [1, 29, 0.0061, 0.1718],
  ]
  for (const [successes, n, low, high] of table) {
    const interval = wilsonInterval(successes, n)!
    assert.ok(
      Math.abs(interval.low - low) < 5e-5 && Math.abs(interval.high - high) < 5e-5,
      `${successes}/${n}`,
    )
  }
  assert.equal(wilsonInterval(0, 0), null)
})

test('the interval holds the share and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
      const successes = some % (n + 1)
      const { low, high } = wilsonInterval(successes, n)!
      assert.ok(0 <= low && low <= successes / n + 1e-12 && successes / n <= high + 1e-12 && high <= 1)
    }),
  )
})
