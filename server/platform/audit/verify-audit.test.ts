import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { createTestDatabase } from '../../../test/database.ts'
import { createWorld } from '../../../test/world.ts'
import { readConfig } from '../config.ts'
import { createPool } from '../database/pool.ts'
import { writeEvents } from '../events/write-events.ts'
import { newId } from '../id.ts'
import { inStation, type Tx } from '../tenancy.ts'
import { anchorDir, readAnchors } from './anchors.ts'
import { publicBytes, readAuditKey } from './audit-key.ts'
import { genesis, link, type SealedColumns, sealedColumns } from './chain.ts'
import { anchorStation, sealStation } from './keep-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const database = await createTestDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-audit-'))
const context = {
  config: { ...readConfig({}), dataDir },
  pool: createPool(database.servingUrl, { max: 4, name: 'test' }),
}
// The attacker of these tests is the owner of the tables (a superuser): no policy and no missing grant stops her.
const owner = createPool(database.ownerUrl, { max: 2, name: 'test-attacker' })
after(async () => {
  await Promise.all([owner.end(), context.pool.end()])
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

let stations = 0
/** A station with `count` sealed events, and checkpoints after the first half and at the end. */
async function sealedStation(count = 10) {
  const code = `43018${1000 + stations++}`
  const { stationId } = await createWorld(context.pool, code)
  const half = Math.floor(count / 2)
  await write(stationId, half)
  await anchorStation(context, stationId)
  await write(stationId, count - half)
  await anchorStation(context, stationId)
  return { stationId, code }
}

async function write(stationId: string, count: number) {
  const events = Array.from({ length: count }, (_, index) => ({
    name: 'case.read' as const,
    subject: { kind: 'case', id: newId() },
    data: { index },
  }))
  await inStation(context.pool, stationId, (tx) => writeEvents(tx, { kind: 'officer', id: newId() }, events))
  // A transaction of another test file on the same cluster, older than ours, still holds the feed back.
  const settled =
    'select from events where station_id = $1 and xact >= pg_snapshot_xmin(pg_current_snapshot())'
  while ((await owner.query(settled, [stationId])).rowCount) await setTimeout(5)
}

function verify({ stationId, code }: { stationId: string; code: string }) {
  const anchors = readAnchors(anchorDir(context.config), code)
  const publicKeys = [publicBytes(readAuditKey(context.config.dataDir))]
  return inStation(owner, stationId, (tx) => verifyAudit(tx, { anchors, publicKeys }))
}

const attack = (stationId: string, work: (tx: Tx) => Promise<unknown>) => inStation(owner, stationId, work)
const eventAt = `(select event_id from audit_seals where station_id = $1 and position = $2)`

/** What a thorough attacker does after a change: every hash anew, in feed order. */
async function restamp(tx: Tx): Promise<void> {
  await tx.client.query('delete from audit_seals where station_id = $1', [tx.stationId])
  const { rows } = await tx.client.query<SealedColumns>(
    `select ${sealedColumns} from events e where e.station_id = $1 order by e.xact, e.id`,
    [tx.stationId],
  )
  let hash = genesis(tx.stationId)
  for (const [index, event] of rows.entries()) {
    hash = link(hash, tx.stationId, event)
    await tx.client.query(
      'insert into audit_seals (station_id, position, event_id, hash) values ($1, $2, $3, $4)',
      [tx.stationId, index + 1, event.id, hash],
    )
  }
}

test('an untouched chain verifies, with what is not sealed yet counted apart', async () => {
  const station = await sealedStation(10)
  await write(station.stationId, 3)
  const report = await verify(station)
  assert.deepEqual(report, { events: 10, unsealed: 3, checkpoints: 2, breaks: [] })
})

test('attack 1: an event is edited', async () => {
  const station = await sealedStation()
  await attack(station.stationId, (tx) =>
    tx.client.query(`update events set data = '{"index": 99}' where station_id = $1 and id = ${eventAt}`, [
      tx.stationId,
      4,
    ]),
  )
  assert.deepEqual((await verify(station)).breaks, [{ kind: 'edited', position: 4 }])
})

test('attack 2: an event in the middle is deleted, with or without its seal', async () => {
  for (const withSeal of [false, true]) {
    const station = await sealedStation()
    await attack(station.stationId, async (tx) => {
      await tx.client.query(`delete from events where station_id = $1 and id = ${eventAt}`, [tx.stationId, 3])
      if (withSeal)
        await tx.client.query('delete from audit_seals where station_id = $1 and position = 3', [
          tx.stationId,
        ])
    })
    assert.deepEqual((await verify(station)).breaks, [{ kind: 'deleted', position: 3 }])
  }
})

async function cutTail(tx: Tx, from: number): Promise<void> {
  await tx.client.query(
    `delete from events where station_id = $1 and id in
       (select event_id from audit_seals where station_id = $1 and position >= $2)`,
    [tx.stationId, from],
  )
  await tx.client.query('delete from audit_seals where station_id = $1 and position >= $2', [
    tx.stationId,
    from,
  ])
  await tx.client.query('delete from audit_checkpoints where station_id = $1 and position >= $2', [
    tx.stationId,
    from,
  ])
}

test('attack 3: the tail is cut off, with its checkpoints', async () => {
  const station = await sealedStation()
  await attack(station.stationId, (tx) => cutTail(tx, 8))
  assert.deepEqual((await verify(station)).breaks, [{ kind: 'cut', position: 8 }])
})

test('attack 4: the tail is cut off and grows again', async () => {
  const station = await sealedStation()
  await attack(station.stationId, (tx) => cutTail(tx, 8))
  await write(station.stationId, 6)
  await sealStation(context, station.stationId)
  assert.deepEqual((await verify(station)).breaks, [{ kind: 'reappended', position: 6 }])
})

test('attack 5: two events change places, in the seals or in their own columns', async () => {
  const inSeals = await sealedStation()
  await attack(inSeals.stationId, async (tx) => {
    const { rows } = await tx.client.query(
      'select position, event_id from audit_seals where station_id = $1 and position in (6, 7) order by position',
      [tx.stationId],
    )
    const swap = 'update audit_seals set event_id = $3 where station_id = $1 and position = $2'
    await tx.client.query(swap, [tx.stationId, 6, newId()])
    await tx.client.query(swap, [tx.stationId, 7, rows[0].event_id])
    await tx.client.query(swap, [tx.stationId, 6, rows[1].event_id])
  })
  const breaks = (await verify(inSeals)).breaks
  assert.deepEqual(breaks[0], { kind: 'reordered', position: 6 })

  const inRows = await sealedStation()
  await attack(inRows.stationId, async (tx) => {
    await tx.client.query(
      `update events set xact = (xact::text::bigint + 1000000)::text::xid8 where station_id = $1 and id = ${eventAt}`,
      [tx.stationId, 7],
    )
  })
  const kinds = (await verify(inRows)).breaks
  assert.equal(kinds[0]!.position, 7)
  assert.equal(kinds[1]!.kind, 'reordered')
})

test('attack 6: an event is changed and every hash made anew', async () => {
  const station = await sealedStation()
  const edit = async (tx: Tx) => {
    await tx.client.query(`update events set actor_id = null where station_id = $1 and id = ${eventAt}`, [
      tx.stationId,
      2,
    ])
    await restamp(tx)
  }
  await attack(station.stationId, edit)
  assert.deepEqual((await verify(station)).breaks, [{ kind: 'restamped', position: 1 }])
  // Also when she throws the stored checkpoints away, or signs new ones with a key of her own.
  await attack(station.stationId, (tx) =>
    tx.client.query(
      'update audit_checkpoints set public_key = signature, head_hash = signature where station_id = $1',
      [tx.stationId],
    ),
  )
  const kinds = (await verify(station)).breaks.map(({ kind }) => kind)
  assert.deepEqual(kinds, ['restamped', 'forged', 'forged'])
  await attack(station.stationId, (tx) =>
    tx.client.query('delete from audit_checkpoints where station_id = $1', [tx.stationId]),
  )
  assert.deepEqual((await verify(station)).breaks, [{ kind: 'restamped', position: 1 }])
})

test('an event slipped into the past is found, and lost anchors are said', async () => {
  const station = await sealedStation()
  await attack(station.stationId, (tx) =>
    tx.client.query(
      `insert into events (station_id, id, xact, name, actor_kind, subject_kind, subject_id)
       select station_id, $2, xact, name, actor_kind, subject_kind, subject_id from events
       where station_id = $1 order by xact, id limit 1`,
      [tx.stationId, newId(1)],
    ),
  )
  const kinds = (await verify(station)).breaks.map(({ kind }) => kind)
  assert.deepEqual(kinds, ['inserted'])
  rmSync(`${anchorDir(context.config)}/checkpoints-${station.code}.jsonl`)
  const without = (await verify(station)).breaks.map(({ kind }) => kind)
  assert.deepEqual(without, ['inserted', 'unanchored'])
})

test('the serving role can neither change nor delete what was written', async () => {
  const station = await sealedStation(2)
  for (const statement of [
    'update events set name = name',
    'delete from events',
    'update audit_seals set hash = hash',
    'delete from audit_seals',
    'delete from audit_checkpoints',
  ]) {
    await assert.rejects(
      inStation(context.pool, station.stationId, (tx) => tx.client.query(statement)),
      /permission denied/,
    )
  }
})

test('two processes that seal at once make one chain', async () => {
  const { stationId } = await createWorld(context.pool, '430182777')
  await write(stationId, 1500)
  await Promise.all([1, 2, 3].map(() => sealStation(context, stationId)))
  const report = await inStation(context.pool, stationId, (tx) =>
    verifyAudit(tx, { anchors: [], publicKeys: [] }),
  )
  assert.equal(report.events, 1500)
  assert.deepEqual(report.breaks, [])
})
