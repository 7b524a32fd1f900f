import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastFullMonth, makePeriod, monthBefore, monthPeriod, yearBefore } from './periods.ts'
import { readQuery } from './read-query.ts'

const now = new Date('2026-11-23T10:00:00+08:00')

test('a month is its calendar days in Asia/Shanghai', () => {
  const february = monthPeriod('2028-02', now)
  assert.deepEqual([february.from, february.to], ['2028-02-01', '2028-02-29'])
  assert.equal(february.start.toISOString(), '2028-01-31T16:00:00.000Z')
  assert.equal(february.end.toISOString(), '2028-02-29T16:00:00.000Z')
  assert.equal(february.complete, false)
  assert.equal(monthPeriod('2026-10', now).complete, true)
})

test('the last full month turns over at midnight of the station, not of Greenwich', () => {
  assert.equal(lastFullMonth(new Date('2026-12-01T00:00:00+08:00')), '2026-11')
  assert.equal(lastFullMonth(new Date('2026-11-30T23:59:59+08:00')), '2026-10')
  assert.equal(lastFullMonth(new Date('2027-01-15T00:00:00+08:00')), '2026-12')
})

test('month on month and year on year', () => {
  assert.equal(monthBefore(monthPeriod('2026-01', now))?.month, '2025-12')
  assert.equal(monthBefore(makePeriod('2026-01-02', '2026-01-31', now)), null)
  assert.equal(yearBefore(monthPeriod('2028-02', now)).to, '2027-02-28')
  const days = yearBefore(makePeriod('2028-02-29', '2028-03-05', now))
  assert.deepEqual([days.from, days.to], ['2027-02-28', '2027-03-05'])
})

test('days that make a whole month are that month', () => {
  assert.equal(makePeriod('2026-10-01', '2026-10-31', now).month, '2026-10')
  assert.equal(makePeriod('2026-10-01', '2026-10-30', now).month, null)
})

test('a period that can not be read is refused with a sentence', () => {
  assert.equal(readQuery({}, now).period.month, '2026-10')
  for (const query of [
    { from: '2026-10-01' },
    { from: '2026-10-02', to: '2026-10-01' },
    { month: '2026-10', from: '2026-10-01', to: '2026-10-02' },
    { from: '2020-01-01', to: '2026-01-01' },
  ]) {
    assert.throws(() => readQuery(query, now), /[日期月份天]/)
  }
})
