import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { createPool } from '../database/pool.ts'
import { newId } from '../id.ts'
import { inStation } from '../tenancy.ts'
import { feedStart, readFeed, readFeedEnd } from './read-feed.ts'
import { writeEvents } from './write-events.ts'

const { context, database, world } = await startTestServer()
const system = { kind: 'system', id: null } as const
const news = () => ({ name: 'file.stored', subject: { kind: 'file', id: newId() } }) as const

test('a reader never passes a transaction that is still running', async () => {
  const { pool } = context
  const slow = await pool.connect()
  await slow.query(`begin; set local app.station_id = '${world.stationId}'`)
  await slow.query('select pg_current_xact_id()')
  const [fast] = await inStation(pool, world.stationId, (tx) => writeEvents(tx, system, [news()]))
  const before = await inStation(pool, world.stationId, (tx) => readFeed(tx, feedStart, 100))
  assert.equal(before.events.length, 0)
  assert.equal(before.heldBack, true)
  const late = newId()
  await slow.query(
    `insert into events (station_id, id, name, actor_kind, subject_kind, subject_id) values ($1, $2, 'file.stored', 'system', 'file', $2)`,
    [world.stationId, late],
  )
  await slow.query('commit')
  slow.release()
  // The oldest running transaction may be one of another database of this cluster: a reader comes again.
  let after = await inStation(pool, world.stationId, (tx) => readFeed(tx, before.cursor, 100))
  for (let tries = 0; after.heldBack && tries < 500; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    after = await inStation(pool, world.stationId, (tx) => readFeed(tx, before.cursor, 100))
  }
  assert.deepEqual(
    after.events.map((event) => event.id),
    [late, fast],
  )
  assert.equal(after.heldBack, false)
})

test('the feed of a station shows nothing of another', async () => {
  const rows = await inStation(context.pool, newId(), (tx) => readFeed(tx, feedStart, 100))
  assert.equal(rows.events.length, 0)
})

test('without a station no row is seen and none can be written', async () => {
  const { rows } = await context.pool.query('select count(*)::int as n from events')
  assert.equal(rows[0].n, 0)
  await assert.rejects(
    context.pool.query(
      `insert into events (station_id, id, name, actor_kind, subject_kind, subject_id) values ($1, $1, 'file.stored', 'system', 'file', $1)`,
      [world.stationId],
    ),
    /row-level security/,
  )
})

test('transaction 100 comes after 99, also where a page ends between them', async () => {
  const { pool } = context
  const station = (await createWorld(pool, '430182903')).stationId
  const owner = createPool(database.ownerUrl, { max: 1, name: 'test-owner' })
  const ids = { 99: newId(), 100: newId() }
  await owner.query('delete from events where station_id = $1', [station])
  for (const xact of [100, 99] as const)
    await owner.query(
      `insert into events (station_id, id, xact, name, actor_kind, subject_kind, subject_id)
       values ($1, $2, $3, 'file.stored', 'system', 'file', $2)`,
      [station, ids[xact], String(xact)],
    )
  await owner.end()
  const first = await inStation(pool, station, (tx) => readFeed(tx, feedStart, 1))
  assert.deepEqual(
    first.events.map(({ id }) => id),
    [ids[99]],
  )
  const second = await inStation(pool, station, (tx) => readFeed(tx, first.cursor, 1))
  assert.deepEqual(
    second.events.map(({ id }) => id),
    [ids[100]],
  )
  assert.equal(await inStation(pool, station, readFeedEnd), second.cursor)
})
