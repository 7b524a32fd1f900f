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

test('the town is told at any hour of any day, without a row in the future', () => {
  for (const now of ['2027-03-01T00:10:00+08:00', '2028-02-29T03:30:00+08:00']) {
    const pages = [...tellTown(town(3, now), createLedger(createRandom(3, 'ledger')))]
    assert.equal(pages.at(-1)!.place, pages.at(-1)!.of)
    for (const { rows } of pages) {
      for (const event of rows.events ?? [])
        assert.ok((event.at as Date).getTime() <= Date.parse(now), event.name)
    }
  }
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
