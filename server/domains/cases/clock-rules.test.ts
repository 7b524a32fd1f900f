import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, endOfDay, stationDay } from '../../platform/station-day.ts'
import { dueAfterWorkingDays, isWorkingDay, lastDayBefore } from '../../platform/working-days.ts'
import { type Clock, moveClock, remainingOf } from './clock-rules.ts'

/** 国庆 2026 with its make-up days. */
const calendar = new Map<string, boolean>([
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, false] as const),
  ['2026-09-20', true],
  ['2026-10-10', true],
])
const at = (text: string) => new Date(`${text}+08:00`)
const clock = (values: Partial<Clock> = {}): Clock => ({
  startedAt: at('2026-09-14T09:00'),
  dueAt: endOfDay('2026-09-30'),
  stoppedAt: null,
  pausedAt: null,
  ...values,
})

test('paused over the holiday: only working days are given back', () => {
  const paused = clock({ pausedAt: at('2026-09-29T10:00') })
  // The 29th, the 30th and the 8th were lost; the 9th, on which it runs again, counts.
  const moved = moveClock(calendar, paused, { change: 'resume' }, at('2026-10-09T09:00'))
  assert.deepEqual(moved, { workingDays: 3, dueAt: endOfDay('2026-10-10') })
})

test('paused and resumed on one day moves nothing', () => {
  const paused = clock({ pausedAt: at('2026-09-29T10:00') })
  const moved = moveClock(calendar, paused, { change: 'resume' }, at('2026-09-29T16:00'))
  assert.deepEqual(moved, { workingDays: 0, dueAt: paused.dueAt })
})

test('the first day, which does not count, is not given back', () => {
  const started = at('2026-09-28T09:00')
  const paused = clock({ startedAt: started, pausedAt: at('2026-09-28T10:00') })
  assert.equal(moveClock(calendar, paused, { change: 'resume' }, at('2026-09-29T09:00')).workingDays, 0)
  assert.equal(moveClock(calendar, paused, { change: 'resume' }, at('2026-09-30T09:00')).workingDays, 1)
})

test('paused on a make-up Sunday gives that Sunday back', () => {
  const paused = clock({ pausedAt: at('2026-09-20T10:00') })
  assert.equal(moveClock(calendar, paused, { change: 'resume' }, at('2026-09-21T08:00')).workingDays, 1)
})

test('two more working days from 30 September reach over the holiday', () => {
  const moved = moveClock(calendar, clock(), { change: 'extend', workingDays: 2 }, at('2026-09-30T17:00'))
  assert.deepEqual(moved, { workingDays: 2, dueAt: endOfDay('2026-10-09') })
})

const late = at('2026-10-01T00:00:01')
const refused: [string, Clock, Parameters<typeof moveClock>[2], Date, string][] = [
  ['extended after the deadline', clock(), { change: 'extend', workingDays: 1 }, late, 'conflict'],
  ['paused after the deadline', clock(), { change: 'pause' }, late, 'conflict'],
  ['extended by nothing', clock(), { change: 'extend' }, at('2026-09-28T09:00'), 'invalid'],
  [
    'paused twice',
    clock({ pausedAt: at('2026-09-28T09:00') }),
    { change: 'pause' },
    at('2026-09-28T10:00'),
    'conflict',
  ],
  ['resumed while it runs', clock(), { change: 'resume' }, at('2026-09-28T10:00'), 'conflict'],
  [
    'extended while it is paused',
    clock({ pausedAt: at('2026-09-28T09:00') }),
    { change: 'extend', workingDays: 1 },
    at('2026-09-28T10:00'),
    'conflict',
  ],
  [
    'changed after it stopped',
    clock({ stoppedAt: at('2026-09-28T09:00') }),
    { change: 'pause' },
    at('2026-09-28T10:00'),
    'conflict',
  ],
]
for (const [name, given, move, now, code] of refused) {
  test(`refused: ${name}`, () => {
    assert.throws(() => moveClock(calendar, given, move, now), { code })
  })
}

test('what is left counts from now, or from when it stood still', () => {
  const now = at('2026-09-28T12:00')
  assert.deepEqual(remainingOf(calendar, clock(), now), {
    remainingSeconds: 60 * 3600,
    workingDaysLeft: 2,
    overdue: false,
  })
  const paused = clock({ pausedAt: at('2026-09-30T12:00') })
  assert.deepEqual(remainingOf(calendar, paused, at('2026-10-20T12:00')), {
    remainingSeconds: 12 * 3600,
    workingDaysLeft: 0,
    overdue: false,
  })
  assert.equal(remainingOf(calendar, clock(), at('2026-10-08T00:00')).overdue, true)
  const inTime = clock({ stoppedAt: at('2026-09-30T23:00') })
  assert.equal(remainingOf(calendar, inTime, at('2026-10-20T00:00')).overdue, false)
})

test('however often it is paused, exactly as many working days run as the limit has', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 5, max: 15 }), (hours, limit) => {
      const startedAt = at('2026-09-14T09:00')
      const stoodStill = new Set<string>()
      let running = clock({ startedAt, dueAt: dueAfterWorkingDays(calendar, startedAt, limit) })
      let now = startedAt
      for (const gap of hours) {
        const before = now
        now = new Date(now.getTime() + gap * 3_600_000)
        if (running.pausedAt) {
          for (let day = stationDay(before); day < stationDay(now); day = addDays(day, 1)) stoodStill.add(day)
          const { dueAt } = moveClock(calendar, running, { change: 'resume' }, now)
          running = { ...running, dueAt, pausedAt: null }
        } else if (now <= running.dueAt) running = { ...running, pausedAt: now }
      }
      let ran = 0
      const last = lastDayBefore(running.dueAt)
      for (let day = addDays(stationDay(startedAt), 1); day <= last; day = addDays(day, 1)) {
        if (isWorkingDay(calendar, day) && !stoodStill.has(day)) ran++
      }
      // A pause that has not ended yet has given nothing back, and its days are not in the set either.
      assert.equal(ran, limit)
    }),
  )
})
