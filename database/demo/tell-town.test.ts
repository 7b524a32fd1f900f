import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { starterGuides } from '../../server/domains/services/starter/guides.ts'
import { cellsAround } from './cells-around.ts'
import { demoAccounts } from './demo-accounts.ts'
import { demoTime } from './demo-time.ts'
import { createLedger } from './ledger.ts'
import { createRandom } from './random.ts'
import { tellTown } from './tell-town.ts'
import type { Town } from './town.ts'
import { demoVillages } from './villages.ts'

function town(seed: number, now: string): Town {
  const officers = demoAccounts.map((account, index) => ({ ...account, id: `officer-${index}` }))
  const villages = demoVillages.map((village, index) => ({
    ...village,
    id: village.code,
    auxiliaryId: officers[index + 1]!.id,
  }))
  return {
    stationId: 'station',
    time: demoTime(new Date(now)),
    seed,
    villages,
    officers,
    chiefId: officers[0]!.id,
    auxiliaryIds: villages.map((village) => village.auxiliaryId),
    guides: new Map(starterGuides.map((guide) => [guide.code, { ...guide, id: guide.code, materials: [] }])),
    scripts: new Map(),
    counterIds: ['1', '2'],
    calendar: new Map(),
    closedDays: new Set(),
  }
}

/** The first pages, as one hash. */
function hashOf(seed: number, now: string): string {
  const hash = createHash('sha256')
  for (const page of tellTown(town(seed, now), createLedger(createRandom(seed, 'ledger')))) {
    hash.update(JSON.stringify(page))
    if (page.place === 3) break
  }
  return hash.digest('hex')
}

test('the same seed and moment give the same town, row by row; another seed another', () => {
  const now = '2026-11-23T15:00:00+08:00'
  const first = hashOf(7, now)
  assert.equal(hashOf(7, now), first)
  assert.notEqual(hashOf(8, now), first)
})

/** Moments that may lie ahead: what is planned and what is due. */
const planned = new Set([
  'dutyShifts.startsAt',
  'dutyShifts.endsAt',
  'appointments.startsAt',
  'appointments.endsAt',
  'appointmentChanges.startsAt',
  'caseClocks.dueAt',
  'caseClockChanges.dueAt',
  'broadcastVersions.shownUntil',
  'rumourReplies.nextUpdateAt',
])

test('the town is told at any hour of any day, without a deed in the future', () => {
  const moments = ['2027-03-01T00:10:00+08:00', '2028-02-29T03:30:00+08:00', '2026-11-24T09:50:00+08:00']
  for (const now of moments) {
    const pages = [...tellTown(town(3, now), createLedger(createRandom(3, 'ledger')))]
    assert.equal(pages.at(-1)!.place, pages.at(-1)!.of)
    const ahead = pages.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([table, each]) =>
        (each as Record<string, unknown>[]).flatMap((row) =>
          Object.entries(row)
            .filter(
              ([field, value]) =>
                value instanceof Date && +value > Date.parse(now) && !planned.has(`${table}.${field}`),
            )
            .map(([field]) => `${table}.${field} ${row['name'] ?? ''}`),
        ),
      ),
    )
    assert.deepEqual(ahead, [], now)
  }
})

test('deadlines look like a station’s: promised by the clock, few late, none running while she is waited for', () => {
  const now = Date.parse('2026-11-24T09:50:00+08:00')
  const pages = [...tellTown(town(3, new Date(now).toISOString()), createLedger(createRandom(3, 'ledger')))]
  const all = <T>(table: string) => pages.flatMap(({ rows }) => (rows as Record<string, T[]>)[table] ?? [])
  type Clock = {
    id: string
    caseId: string
    kind: string
    dueAt: Date
    startedAt: Date
    stoppedAt: Date | null
  }
  const clocks = all<Clock>('caseClocks')
  for (const { kind, dueAt, startedAt } of clocks) {
    assert.ok(dueAt > startedAt)
    if (kind === 'promise')
      assert.match(new Date(+dueAt + 8 * 3_600_000).toISOString(), /T(10:00|12:00|15:00|17:30):00\.000Z$/)
  }
  const late = clocks.filter(({ dueAt, stoppedAt }) => stoppedAt && stoppedAt > dueAt)
  assert.ok(
    late.length > 0 && late.length < clocks.length * 0.03,
    `${late.length} of ${clocks.length} were late`,
  )
  const paused = new Set(all<{ clockId: string }>('caseClockChanges').map(({ clockId }) => clockId))
  const status = new Map(all<{ id: string; status: string }>('cases').map((each) => [each.id, each.status]))
  const running = clocks.filter(({ stoppedAt }) => !stoppedAt)
  for (const { id, caseId } of running)
    assert.equal(paused.has(id), status.get(caseId) === 'waiting_resident', status.get(caseId))
  const overdue = running.filter(({ id, dueAt }) => !paused.has(id) && +dueAt < now)
  assert.ok(overdue.length >= 2 && overdue.length <= 4, String(overdue.length))
})

test('boundaries share their edges and cover the outline once', () => {
  const area = (ring: number[][]) =>
    Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0)) / 2
  const square: [number, number][] = [
    [0, 0],
    [0, 10],
    [10, 10],
    [10, 0],
  ]
  const cells = cellsAround(
    [
      [2, 2],
      [7, 3],
      [5, 8],
    ],
    square,
  )
  assert.ok(Math.abs(cells.reduce((sum, cell) => sum + area(cell), 0) - 100) < 0.001)
})
