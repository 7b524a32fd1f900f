import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startTestServer } from '../../test/server.ts'
import { createPool } from './database/pool.ts'
import { newId } from './id.ts'
import { formatNumber, nextNumber } from './numbers.ts'
import { inStation } from './tenancy.ts'

const { context, database, world } = await startTestServer()
const { pool } = context
const day = '2026-11-23'

test('numbers carry the day and at least four digits', () => {
  assert.equal(formatNumber(day, 42), '261123-0042')
  assert.equal(formatNumber(day, 12345), '261123-12345')
})

test('they count from one, without a gap while one process hands them out', async () => {
  const numbers = []
  for (let i = 0; i < 25; i++) numbers.push(await nextNumber(pool, world.stationId, 'counting', day))
  assert.deepEqual(
    numbers,
    Array.from({ length: 25 }, (_, i) => formatNumber(day, i + 1)),
  )
})

test('several processes at once never give out the same number', async () => {
  // A pool of its own has a memory of its own, as another process would.
  const others = [1, 2].map((n) => createPool(database.servingUrl, { max: 2, name: `numbers-${n}` }))
  after(() => Promise.all(others.map((other) => other.end())))
  const numbers = await Promise.all(
    Array.from({ length: 600 }, (_, i) =>
      nextNumber([pool, ...others][i % 3]!, world.stationId, 'shared', day),
    ),
  )
  assert.equal(new Set(numbers).size, 600)
})

test('blocks grow while they are used up quickly', async () => {
  for (let i = 0; i < 300; i++) await nextNumber(pool, world.stationId, 'growing', day)
  const { taken } = await inStation(pool, world.stationId, ({ db, stationId }) =>
    db
      .selectFrom('numberBlocks')
      .select('taken')
      .where('stationId', '=', stationId)
      .where('series', '=', 'growing')
      .executeTakeFirstOrThrow(),
  )
  assert.equal(taken, 10 + 20 + 40 + 80 + 160)
})

test('a series, a day and a station each count for themselves', async () => {
  assert.equal(await nextNumber(pool, world.stationId, 'case-test', day), '261123-0001')
  assert.equal(await nextNumber(pool, world.stationId, 'visit-test', day), '261123-0001')
  assert.equal(await nextNumber(pool, world.stationId, 'case-test', '2026-11-24'), '261124-0001')
})

test('a failed reservation is tried again by the next caller', async () => {
  const missing = newId()
  await assert.rejects(nextNumber(pool, missing, 'case', day))
  await assert.rejects(nextNumber(pool, missing, 'case', day))
})
