import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DoorRound } from '../../../../contract/coverage.ts'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { newId } from '../../../platform/id.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { registerFixture } from './register.fixture.ts'

const { as, context } = await startTestServer()
let stations = 0

async function station() {
  const world = await createWorld(context.pool, `43018282${++stations}1`)
  const round = async (query = '', who: Parameters<typeof as>[0] = 'chief') =>
    (await as(who, world)({ method: 'GET', url: `/api/door-round?${query}` })).json<DoorRound>()
  const visit = (id: string, outcome: string, options: { at?: Date; who?: Parameters<typeof as>[0] } = {}) =>
    as(
      options.who ?? 'chief',
      world,
    )({
      method: 'POST',
      url: `/api/households/${id}/door-visits`,
      payload: { outcome, visitedAt: (options.at ?? new Date()).toISOString() },
    })
  return { world, round, visit, ...registerFixture(context.pool, world) }
}

const ago = (days: number) => new Date(Date.now() - days * 86_400_000)

test('doors in the order in which one walks, with the head; who is reached is not there; pages', async () => {
  const { round, home, person, contact } = await station()
  for (const door of ['10组1号', '2组12号', '2组3号']) {
    const group = door.slice(0, door.indexOf('组') + 1)
    const id = await home({ group, door })
    await person({ home: id })
    if (door === '2组3号') await person({ home: id, head: true, lives: [['2020-01-01', null]] })
  }
  await contact({ person: await person({ home: await home({ door: '1组1号' }) }) })
  const all = await round()
  assert.deepEqual(
    all.items.map(({ door, isHead }) => [door, isHead]),
    [
      ['2组3号', true],
      ['2组12号', false],
      ['10组1号', false],
    ],
  )
  const second = await round('limit=2&after=2')
  assert.deepEqual([second.total, second.next, second.items[0]!.door], [3, null, '10组1号'])
  assert.equal((await round('group=2组')).total, 2)
})

test('who said no, at the door or by opting out, is left alone for 90 days; the newest visit counts', async () => {
  const { round, visit, home, person, contact } = await station()
  const [refused, changed, out, longAgo] = [
    await home({ door: '1号' }),
    await home({ door: '2号' }),
    await home({ door: '3号' }),
    await home({ door: '4号' }),
  ]
  await contact({ person: await person({ home: out }), out: ago(5).toISOString() })
  await contact({
    person: await person({ home: longAgo }),
    made: ago(300).toISOString(),
    out: ago(120).toISOString(),
  })
  assert.equal((await visit(refused, 'refused')).statusCode, 200)
  await visit(changed, 'refused', { at: ago(2) })
  await visit(changed, 'not_home', { at: ago(1) })
  const shown = await round()
  assert.deepEqual(
    shown.items.map(({ door }) => door),
    ['2号', '4号'],
  )
  assert.equal(shown.items[0]!.lastVisit!.outcome, 'not_home')
  assert.equal(shown.resting, 2)
  const all = await round('resting=yes')
  assert.equal(all.total, 4)
  assert.ok(all.items.find(({ householdId }) => householdId === refused)!.restsUntil)
})

test('a visit ticked twice on a phone without a network is one; its time is the phone’s', async () => {
  const { world, visit, home } = await station()
  const id = await home()
  const payload = { outcome: 'added', visitedAt: ago(3).toISOString() }
  const send = () =>
    as(
      'chief',
      world,
    )({
      method: 'POST',
      url: `/api/households/${id}/door-visits`,
      payload,
      headers: { 'idempotency-key': 'visit-key-3' },
    })
  const [one, two] = [await send(), await send()]
  assert.equal(one.json().visitId, two.json().visitId)
  const kept = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query('select visited_at from door_visits where station_id = $1 and id = $2', [
      world.stationId,
      one.json().visitId,
    ]),
  )
  assert.equal(kept.rows[0].visited_at.toISOString(), payload.visitedAt)
  assert.equal((await visit(id, 'later', { at: ago(15) })).statusCode, 400)
  assert.equal((await visit(id, 'later', { at: ago(-1) })).statusCode, 400)
})

test('an auxiliary sees and ticks the doors of her villages; another’s is not there; looks are recorded', async () => {
  const { world, round, visit, home, person } = await station()
  const [east, west] = [await home(), await home({ village: world.villages.west })]
  const resident = await person({ home: east })
  assert.deepEqual(
    (await round('', 'eastAuxiliary')).items.map(({ householdId }) => householdId),
    [east],
  )
  assert.equal((await round(`villageId=${world.villages.west}`, 'eastAuxiliary')).total, 0)
  assert.equal((await visit(west, 'later', { who: 'eastAuxiliary' })).statusCode, 404)
  assert.equal((await visit(newId(), 'later')).statusCode, 404)
  assert.equal((await visit(east, 'later', { who: 'auditor' })).statusCode, 403)
  const { rows } = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(`select data from events where station_id = $1 and name = 'door_round.listed'`, [
      world.stationId,
    ]),
  )
  assert.deepEqual(new Set(rows[0].data.ids), new Set([east, resident]))
})
