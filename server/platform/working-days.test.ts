import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, endOfDay, startOfDay, stationDay, weekdayOf } from './station-day.ts'
import {
  countWorkingDays,
  dueAfterDays,
  dueAfterWorkingDays,
  isWorkingDay,
  lastDayBefore,
  moveByWorkingDays,
  workingDayAfter,
} from './working-days.ts'

/** Autumn 2026 by the State Council's notice: 国庆 1–7 October, with 20 September and 10 October made workdays. */
const autumn = new Map<string, boolean>([
  ...['25', '26', '27'].map((day) => [`2026-09-${day}`, false] as const),
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, false] as const),
  ['2026-09-20', true],
  ['2026-10-10', true],
])
const at = (text: string) => new Date(`${text}+08:00`)

const cases: [string, number, string][] = [
  // Wednesday the 30th: the next working days are the 8th, the 9th and the made-up Saturday, the 10th.
  ['2026-09-30T10:00', 1, '2026-10-08'],
  ['2026-09-30T10:00', 3, '2026-10-10'],
  ['2026-09-30T10:00', 4, '2026-10-12'],
  ['2026-10-01T09:00', 1, '2026-10-08'],
  ['2026-10-03T23:59', 5, '2026-10-13'],
  // A Friday before the made-up Sunday, and one day more over the Mid-Autumn holiday.
  ['2026-09-18T16:00', 1, '2026-09-20'],
  ['2026-09-18T16:00', 5, '2026-09-24'],
  ['2026-09-18T16:00', 6, '2026-09-28'],
  // Same day: on a holiday it means the first day on which somebody works.
  ['2026-09-30T17:00', 0, '2026-09-30'],
  ['2026-10-02T17:00', 0, '2026-10-08'],
]

for (const [from, count, lastDay] of cases) {
  test(`${count} working days from ${from} end with ${lastDay}`, () => {
    const due = dueAfterWorkingDays(autumn, at(from), count)
    assert.equal(lastDayBefore(due), lastDay)
    assert.equal(due.getTime(), endOfDay(lastDay).getTime())
    assert.equal(due.toISOString().slice(11, 19), '16:00:00')
  })
}

test('the day is the one in Shanghai, not the one in Greenwich', () => {
  assert.equal(stationDay(new Date('2026-09-30T16:00:00Z')), '2026-10-01')
  assert.equal(stationDay(new Date('2026-09-30T15:59:59Z')), '2026-09-30')
  assert.equal(startOfDay('2026-10-01').toISOString(), '2026-09-30T16:00:00.000Z')
})

test('calendar days that end on a holiday end with the next working day', () => {
  assert.equal(lastDayBefore(dueAfterDays(autumn, at('2026-09-28T10:00'), 5)), '2026-10-08')
  assert.equal(lastDayBefore(dueAfterDays(autumn, at('2026-09-28T10:00'), 2)), '2026-09-30')
})

test('a deadline moved over the holiday keeps its time of day', () => {
  assert.deepEqual(moveByWorkingDays(autumn, at('2026-09-30T15:30'), 2), at('2026-10-09T15:30'))
  assert.deepEqual(moveByWorkingDays(autumn, endOfDay('2026-09-30'), 1), endOfDay('2026-10-08'))
  assert.equal(countWorkingDays(autumn, '2026-09-30', '2026-10-12'), 4)
})

const aDay = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2024-01-01', count))
const aCalendar = fc
  .array(fc.tuple(aDay, fc.boolean()), { maxLength: 60 })
  .map((entries) => new Map(entries) as ReadonlyMap<string, boolean>)

test('any calendar: the day found is a working day and as many lie between', () => {
  fc.assert(
    fc.property(aCalendar, aDay, fc.integer({ min: 1, max: 40 }), (calendar, day, count) => {
      const found = workingDayAfter(calendar, day, count)
      assert.ok(isWorkingDay(calendar, found))
      assert.equal(countWorkingDays(calendar, addDays(day, 1), addDays(found, 1)), count)
    }),
  )
})

test('a day and its weekday agree over leap years', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29')
  assert.equal(addDays('2026-12-31', 1), '2027-01-01')
  assert.equal(weekdayOf('2026-11-22'), 7)
  assert.equal(weekdayOf('2026-11-23'), 1)
})
