import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startTestServer } from '../../test/server.ts'
import { createPool } from './database/pool.ts'
import { newId } from './id.ts'
import { inStation, queryInStation } from './tenancy.ts'

const { database, world } = await startTestServer()
// One connection: what a transaction leaves behind would meet the next one.
const pool = createPool(database.servingUrl, { max: 1, name: 'tenancy-test' })
after(() => pool.end())

const villages = { name: 'count-villages', text: 'select id from villages', values: [], wroteEvents: false }
const insert = (id: string, name: string | null) => ({
  name: 'insert-village',
  text: `insert into villages (station_id, id, code, name, latitude, longitude) values ($1, $2, $2::uuid::text, $3, 28, 112) returning name`,
  values: [world.stationId, id, name],
  wroteEvents: false,
})

test('one statement sees its station only, and leaves no station behind', async () => {
  assert.ok((await queryInStation(pool, world.stationId, villages)).length > 0)
  assert.equal((await queryInStation(pool, newId(), villages)).length, 0)
  await queryInStation(pool, world.stationId, villages)
  assert.equal((await pool.query('select id from villages')).rows.length, 0)
})

test('it is committed when it is answered', async () => {
  const id = newId()
  assert.deepEqual(await queryInStation(pool, world.stationId, insert(id, '新村')), [{ name: '新村' }])
  const found = await inStation(pool, world.stationId, ({ client }) =>
    client.query('select name from villages where id = $1', [id]),
  )
  assert.deepEqual(found.rows, [{ name: '新村' }])
})

test('one that fails tells why, keeps nothing, and the connection serves the next', async () => {
  const id = newId()
  await assert.rejects(queryInStation(pool, world.stationId, insert(id, null)), { code: '23502' })
  await queryInStation(pool, world.stationId, insert(id, '第二次'))
  await assert.rejects(queryInStation(pool, world.stationId, insert(id, '第三次')), { code: '23505' })
  assert.ok((await queryInStation(pool, world.stationId, villages)).length > 0)
})

test('a row of another station is refused, a text that is no id never reaches the database', async () => {
  await assert.rejects(queryInStation(pool, newId(), insert(newId(), '别处')), { code: '42501' })
  await assert.rejects(queryInStation(pool, "x'; drop table villages --", villages), { code: 'not_found' })
})
