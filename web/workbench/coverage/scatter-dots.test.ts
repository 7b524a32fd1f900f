import assert from 'node:assert/strict'
import { test } from 'node:test'
import { householdsADot, isInside, ringAround, scatterDots } from './scatter-dots.ts'

const angle: [number, number][] = [
  [112, 28],
  [112.1, 28],
  [112.1, 28.02],
  [112.02, 28.02],
  [112.02, 28.1],
  [112, 28.1],
]

test('dots lie inside the village, as many as asked for, the same every time', () => {
  const dots = scatterDots(angle, 60, 3)
  assert.equal(dots.length, 60)
  assert.ok(dots.every((dot) => isInside(angle, dot)))
  assert.deepEqual(scatterDots(angle, 60, 3), dots)
  assert.notDeepEqual(scatterDots(angle, 60, 4), dots)
  assert.equal(new Set(dots.map(String)).size, 60)
})

test('a village without an inside gets none and does not take for ever; one with a middle only gets a ring', () => {
  assert.deepEqual(
    scatterDots(
      [
        [1, 1],
        [1, 1],
      ],
      9,
      1,
    ),
    [],
  )
  assert.ok(isInside(ringAround(112, 28), [112, 28]))
})

test('a dot is never one household, and a county fits too', () => {
  assert.equal(householdsADot(30), 5)
  assert.equal(householdsADot(11_000), 20)
  assert.equal(householdsADot(1_000_000), 2000)
})
