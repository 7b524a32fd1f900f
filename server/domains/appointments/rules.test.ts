import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, stationDay } from '../../platform/station-day.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { daysOfYears } from './load-calendar.ts'
import {
  type DayRule,
  dueReminder,
  hideMiddle,
  isWithin,
  momentOf,
  type OpeningCalendar,
  openStretches,
  overlaps,
  reachOf,
  refuseStep,
  sayMoment,
  slotAt,
  slotsOfDay,
} from './rules.ts'

const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '08:30', closes: '12:00' },
  { weekday, opens: '14:00', closes: '17:30' },
])
const calendar: OpeningCalendar = { spans: weekdays, days: daysOfYears() }
const at = (text: string) => new Date(`${text}+08:00`)
const clocks = (day: string, minutes: number) =>
  slotsOfDay(calendar, day, minutes).map(({ startsAt }) => sayMoment(startsAt).replace(/.*）/, ''))

test('a day has slots before and after lunch, and none across it', () => {
  assert.deepEqual(clocks('2026-11-24', 60), ['8:30', '9:30', '10:30', '14:00', '15:00', '16:00'])
  assert.equal(clocks('2026-11-24', 15).length, 28)
})

test('a public holiday on a weekday is closed, a make-up Sunday keeps Monday hours', () => {
  assert.deepEqual(clocks('2026-10-01', 30), [])
  assert.equal(clocks('2026-09-20', 30).length, 14)
  assert.deepEqual(clocks('2026-09-19', 30), [])
})

test('a Saturday with hours of its own keeps them when it is a make-up workday', () => {
  const saturday = { ...calendar, spans: [...weekdays, { weekday: 6, opens: '09:00', closes: '10:00' }] }
  assert.equal(slotsOfDay(saturday, '2026-10-10', 30).length, 2)
})

const calendars = fc
  .record({
    spans: fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 7 }),
          fc.integer({ min: 0, max: 90 }),
          fc.integer({ min: 1, max: 48 }),
        )
        .map(([weekday, start, length]) => ({
          weekday,
          opens: clockOf(start * 10),
          closes: clockOf(Math.min(start * 10 + length * 10, 23 * 60 + 50)),
        }))
        .filter(({ opens, closes }) => opens < closes),
      { maxLength: 6 },
    ),
    rules: fc.dictionary(
      fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-09-01', n)),
      fc.constantFrom<DayRule['kind']>('off', 'workday', 'closed'),
    ),
  })
  .map(
    ({ spans, rules }): OpeningCalendar => ({
      spans,
      days: new Map(Object.entries(rules).map(([day, kind]) => [day, { kind, name: '', official: true }])),
    }),
  )

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

test('every slot lies inside one open stretch of its day, is as long as asked, and follows the one before', () => {
  fc.assert(
    fc.property(
      calendars,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 5, max: 120 }),
      (any, offset, minutes) => {
        const day = addDays('2026-09-01', offset)
        const stretches = openStretches(any, day)
        const slots = slotsOfDay(any, day, minutes)
        for (const slot of slots) {
          assert.equal(slot.endsAt.getTime() - slot.startsAt.getTime(), minutes * 60_000)
          assert.ok(stretches.some((open) => open.startsAt <= slot.startsAt && slot.endsAt <= open.endsAt))
          assert.equal(stationDay(slot.startsAt), day)
          assert.ok(slotAt(any, slot.startsAt, minutes))
        }
        for (const stretch of stretches) {
          const inside = slots.filter((slot) => overlaps(slot, stretch))
          const length = stretch.endsAt.getTime() - stretch.startsAt.getTime()
          if (stretches.every((other) => other === stretch || !overlaps(other, stretch)))
            assert.equal(inside.length, Math.floor(length / (minutes * 60_000)))
        }
        const kind = any.days.get(day)?.kind
        if (kind === 'off' || kind === 'closed') assert.deepEqual(slots, [])
      },
    ),
    { numRuns: 300 },
  )
})

test('times are given out from half an hour ahead to thirty days ahead', () => {
  const reach = reachOf(at('2026-11-24T09:00'), 30)
  assert.equal(isWithin(reach, at('2026-11-24T09:29')), false)
  assert.equal(isWithin(reach, at('2026-11-24T09:30')), true)
  assert.equal(isWithin(reach, at('2026-12-24T17:00')), true)
  assert.equal(isWithin(reach, at('2026-12-25T08:30')), false)
})

test('limits in working days skip holidays and count make-up days', () => {
  const works = new Map([...calendar.days].map(([day, rule]) => [day, rule.kind !== 'off']))
  const table: [from: string, days: number, due: string][] = [
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-27', 1, '2025-02-05'],
    ['2025-01-27', 4, '2025-02-08'],
    ['2025-09-26', 2, '2025-09-29'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-09-30', 2, '2026-10-09'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-11-24', 10, '2026-12-08'],
    ['2026-12-31', 1, '2027-01-04'],
  ]
  for (const [from, days, due] of table) assert.equal(workingDayAfter(works, from, days), due, from)
})

test('a step is taken only when it can be true', () => {
  const booked = { status: 'booked' as const, startsAt: at('2026-11-24T09:00'), walkIn: false }
  const arrived = { ...booked, status: 'arrived' as const }
  assert.match(refuseStep(booked, 'no_show', at('2026-11-24T09:14:59'))!, /15 分钟/)
  assert.equal(refuseStep(booked, 'no_show', at('2026-11-24T09:15')), null)
  assert.match(refuseStep(booked, 'arrived', at('2026-11-23T17:00'))!, /当天/)
  assert.equal(refuseStep(booked, 'arrived', at('2026-11-24T08:40')), null)
  assert.match(refuseStep(arrived, 'no_show', at('2026-11-24T10:00'))!, /已经到了/)
  assert.equal(refuseStep(arrived, 'served', at('2026-11-24T10:00')), null)
  for (const status of ['served', 'no_show', 'cancelled'] as const)
    assert.ok(refuseStep({ ...booked, status }, 'cancelled', at('2026-11-24T08:00')))
})

test('each reminder comes once, and not to somebody who has just booked', () => {
  const startsAt = at('2026-11-24T09:00')
  const bookedAt = at('2026-11-20T10:00')
  const due = (now: string, remindedAt: Date | null = null, booked = bookedAt) =>
    dueReminder({ startsAt, bookedAt: booked, remindedAt }, at(now))
  assert.equal(due('2026-11-23T17:59'), null)
  assert.equal(due('2026-11-23T18:00'), 'day_before')
  assert.equal(due('2026-11-23T18:05', at('2026-11-23T18:00')), null)
  assert.equal(due('2026-11-24T06:59', at('2026-11-23T18:00')), null)
  assert.equal(due('2026-11-24T07:00', at('2026-11-23T18:00')), 'two_hours')
  assert.equal(due('2026-11-24T07:05', at('2026-11-24T07:00')), null)
  assert.equal(due('2026-11-24T09:00'), null)
  assert.equal(due('2026-11-23T20:00', null, at('2026-11-23T19:00')), null)
  assert.equal(due('2026-11-24T08:00', null, at('2026-11-24T07:30')), null)
})

test('a moment is said the way one says it, a telephone number shows its ends', () => {
  assert.equal(sayMoment(at('2026-11-24T09:00')), '11月24日（周二）9:00')
  assert.equal(sayMoment(momentOf('2026-01-04', '14:30')), '1月4日（周日）14:30')
  assert.equal(hideMiddle('13800001234'), '138****1234')
  assert.equal(hideMiddle('8765'), '**65')
  assert.equal(hideMiddle(''), '')
})
