import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApprovalAnswer, BroadcastStep, BroadcastUrgency } from '../../../contract/vocabulary.ts'
import { mayApprove } from './approval-rules.ts'
import { capOf, capPeriod } from './cap-rules.ts'
import { afterQuiet, isDue, isMissed, quietHoursOf, startsAt } from './schedule-rules.ts'

const at = (wall: string) => new Date(`${wall}:00+08:00`)

test('who may let a broadcast go out', () => {
  const table: [
    BroadcastStep,
    BroadcastUrgency,
    'chief' | 'officer' | 'auxiliary',
    boolean,
    ApprovalAnswer,
  ][] = [
    ['submitted', 'ordinary', 'officer', false, 'yes'],
    ['submitted', 'important', 'chief', false, 'yes'],
    ['submitted', 'ordinary', 'officer', true, 'own'],
    ['submitted', 'important', 'chief', true, 'own'],
    ['submitted', 'ordinary', 'auxiliary', false, 'no_permission'],
    ['submitted', 'emergency', 'auxiliary', false, 'no_permission'],
    ['submitted', 'emergency', 'officer', false, 'yes'],
    ['submitted', 'emergency', 'officer', true, 'own'],
    ['submitted', 'emergency', 'chief', false, 'yes'],
    // Alone at night: one named person, and the log says that she wrote it.
    ['submitted', 'emergency', 'chief', true, 'yes'],
    ['drafted', 'emergency', 'chief', true, 'not_waiting'],
    ...(
      [
        'drafted',
        'refused',
        'approved',
        'started',
        'finished',
        'cancelled',
        'corrected',
        'withdrawn',
      ] as const
    ).map(
      (state) =>
        [state, 'ordinary', 'chief', false, 'not_waiting'] as [
          BroadcastStep,
          BroadcastUrgency,
          'chief',
          boolean,
          ApprovalAnswer,
        ],
    ),
  ]
  for (const [state, urgency, role, wrote, expected] of table)
    assert.equal(
      mayApprove({ state, urgency, permitted: role !== 'auxiliary', chief: role === 'chief', wrote }),
      expected,
      `${state} ${urgency} ${role} ${wrote}`,
    )
})

test('quiet hours by the clock of the station: within them the morning, outside them the moment itself', () => {
  const night = quietHoursOf({})
  const table: [string, string][] = [
    ['2026-11-29T20:59', '2026-11-29T20:59'],
    ['2026-11-29T21:00', '2026-11-30T07:00'],
    ['2026-11-29T23:59', '2026-11-30T07:00'],
    ['2026-11-30T00:00', '2026-11-30T07:00'],
    ['2026-11-30T06:59', '2026-11-30T07:00'],
    ['2026-11-30T07:00', '2026-11-30T07:00'],
    ['2026-12-31T22:00', '2027-01-01T07:00'],
  ]
  for (const [from, to] of table) assert.deepEqual(afterQuiet(at(from), night), at(to), from)
  const noon = quietHoursOf({ quietFrom: '12:00', quietUntil: '14:30' })
  assert.deepEqual(afterQuiet(at('2026-11-29T13:00'), noon), at('2026-11-29T14:30'))
  assert.deepEqual(afterQuiet(at('2026-11-29T23:00'), noon), at('2026-11-29T23:00'))
  const never = quietHoursOf({ quietFrom: '00:00', quietUntil: '00:00' })
  assert.deepEqual(afterQuiet(at('2026-11-29T03:00'), never), at('2026-11-29T03:00'))
})

test('when an approved one starts, and when it is too late for it', () => {
  const quiet = quietHoursOf({})
  const ordinary = { urgency: 'ordinary' as const, sendAt: null, approvedAt: at('2026-11-29T22:00') }
  assert.deepEqual(startsAt(ordinary, quiet, at('2026-11-29T22:00')), at('2026-11-30T07:00'))
  assert.equal(isDue(ordinary, quiet, at('2026-11-30T06:59')), false)
  assert.equal(isDue(ordinary, quiet, at('2026-11-30T07:00')), true)
  assert.equal(isDue({ ...ordinary, urgency: 'emergency' }, quiet, at('2026-11-29T22:00')), true)
  const planned = { ...ordinary, sendAt: at('2026-11-30T20:58') }
  assert.equal(isDue(planned, quiet, at('2026-11-30T20:57')), false)
  assert.equal(isDue(planned, quiet, at('2026-11-30T20:58')), true)
  // The job comes late and into the quiet hours.
  assert.equal(isDue(planned, quiet, at('2026-11-30T21:01')), false)
  assert.deepEqual(startsAt(planned, quiet, at('2026-11-30T21:01')), at('2026-12-01T07:00'))
  assert.equal(isMissed(planned, quiet, at('2026-12-01T02:00')), false)
  assert.equal(isMissed(planned, quiet, at('2026-12-01T07:00')), true)
  assert.equal(isMissed(ordinary, quiet, at('2026-11-30T12:59')), false)
  assert.equal(isMissed(ordinary, quiet, at('2026-11-30T13:01')), true)
})

test('what WeCom lets through in a period', () => {
  const now = at('2026-02-18T09:00')
  assert.deepEqual(capPeriod('month', now), { most: 28, since: at('2026-02-01T00:00') })
  assert.deepEqual(capPeriod('week', now), { most: 7, since: at('2026-02-16T00:00') })
  assert.deepEqual(capPeriod('day', at('2026-02-18T00:00')), { most: 1, since: at('2026-02-18T00:00') })
  assert.equal(capPeriod('month', at('2028-02-29T23:59')).most, 29)
  assert.deepEqual(
    [capOf({}), capOf({ broadcastCap: 'day' }), capOf({ broadcastCap: 'x' })],
    ['month', 'day', 'month'],
  )
})
