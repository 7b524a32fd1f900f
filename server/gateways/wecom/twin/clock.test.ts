import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createClock } from './clock.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the clock of the twin', () => {
  test('standing, it moves by advance alone, and what falls due is done in order at its own moment', async () => {
    const clock = createClock({ startAt: 1000, running: false })
    const done: string[] = []
    const note = (name: string) => () => done.push(`${name} ${clock.now()}`)
    clock.after(50, note('b'))
    clock.after(10, () => {
      note('a')()
      clock.after(20, note('from a'))
    })
    clock.after(500, note('late'))
    const cancel = clock.after(30, note('never'))
    cancel()
    await pause(5)
    assert.equal(clock.now(), 1000)
    await clock.advance(100)
    assert.deepEqual(done, ['a 1010', 'from a 1030', 'b 1050'])
    assert.equal(clock.now(), 1100)
    clock.after(0, note('at once'))
    await pause(1)
    assert.equal(done.at(-1), 'at once 1100')
  })

  test('running, it goes on by itself, rings by itself, and jumps when it is told to', async (t) => {
    const clock = createClock({ startAt: null, running: true })
    t.after(clock.stop)
    const began = clock.now()
    assert.ok(Math.abs(began - Date.now()) < 1000)
    await new Promise<void>((resolve) => clock.after(20, resolve))
    assert.ok(clock.now() - began >= 20)
    let rang = false
    clock.after(3_600_000, () => {
      rang = true
    })
    await clock.advance(3_600_000)
    assert.ok(rang)
    assert.ok(clock.now() - began >= 3_600_020)
    await new Promise<void>((resolve) => clock.after(20, resolve))
  })
})
