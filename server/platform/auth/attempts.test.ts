import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createTestDatabase } from '../../../test/database.ts'
import { createPool } from '../database/pool.ts'
import { AppError } from '../errors.ts'
import { forgiveAttempt, takeAttempt } from './attempts.ts'

const database = await createTestDatabase()
const pool = createPool(database.servingUrl, { max: 8, name: 'test' })
after(async () => {
  await pool.end()
  await database.drop()
})

/** 'ok', or how long the answer says to wait. */
async function attempt(name: string, address: string): Promise<'ok' | number> {
  try {
    await takeAttempt(pool, 'secret', { name, address })
    return 'ok'
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'too_many')
    return Number(error.details?.['retryAfterSeconds'])
  }
}
/** As if so many seconds had passed. */
const pass = (seconds: number) =>
  pool.query(
    `update auth.attempt set blocked_until = blocked_until - make_interval(secs => $1),
       last_at = last_at - make_interval(secs => $1)`,
    [seconds],
  )

test('five tries are free, then the wait doubles up to a quarter of an hour', async () => {
  const me = ['zhou', '10.0.0.1'] as const
  for (let i = 0; i < 5; i++) assert.equal(await attempt(...me), 'ok')
  const waits: number[] = []
  for (let i = 0; i < 9; i++) {
    const wait = await attempt(...me)
    assert.ok(typeof wait === 'number')
    waits.push(wait)
    await pass(wait + 1)
    assert.equal(await attempt(...me), 'ok')
  }
  const expected = [15, 30, 60, 120, 240, 480, 900, 900, 900]
  // What is left of a wait is a little less on a slow machine.
  for (const [index, wait] of waits.entries())
    assert.ok(Math.abs(expected[index]! - wait) <= 5, String(waits))
  await pass(3700)
  assert.equal(await attempt(...me), 'ok')
  assert.equal(await attempt(...me), 'ok')
})

test('tries at the same moment all count', async () => {
  const results = await Promise.all(Array.from({ length: 30 }, () => attempt('wang', '10.0.0.2')))
  assert.equal(results.filter((result) => result === 'ok').length, 5)
})

test('a guess spread over many addresses is slowed down by name, one over many names by address', async () => {
  let passed = 0
  for (let i = 0; i < 30; i++) if ((await attempt('li', `10.3.0.${i}`)) === 'ok') passed++
  assert.equal(passed, 20)
  passed = 0
  for (let i = 0; i < 60; i++) if ((await attempt(`name-${i}`, '10.4.0.1')) === 'ok') passed++
  assert.equal(passed, 50)
})

test('success frees the name at once', async () => {
  for (let i = 0; i < 4; i++) await attempt('zhao', '10.0.0.5')
  const last = await takeAttempt(pool, 'secret', { name: 'ZHAO ', address: '10.0.0.5' })
  await forgiveAttempt(pool, last)
  for (let i = 0; i < 5; i++) assert.equal(await attempt('zhao', '10.0.0.5'), 'ok')
})

test('what was typed as a name is not kept in words', async () => {
  await attempt('my-secret-password', '10.0.0.6')
  const { rows } = await pool.query(`select count(*) as n from auth.attempt where key::text like '%secret%'`)
  assert.equal(rows[0].n, 0)
})
