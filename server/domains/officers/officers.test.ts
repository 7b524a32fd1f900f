import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { app, context, world, as, anonymous, asResident } = await startTestServer()
const chief = as('chief')
const change = (id: string, payload: Record<string, unknown>, caller = chief) =>
  caller({ method: 'PATCH', url: `/api/officers/${id}`, payload })
const suspend = (id: string, caller = chief) =>
  caller({ method: 'POST', url: `/api/officers/${id}/suspension`, payload: { reason: '调离' } })
const enable = (id: string) => chief({ method: 'DELETE', url: `/api/officers/${id}/suspension` })

test('the list names colleagues with their villages', async () => {
  const { items } = (await as('eastAuxiliary')({ method: 'GET', url: '/api/officers' })).json()
  assert.equal(items.length, 6)
  const east = items.find((item: { name: string }) => item.name === '王辅警')
  assert.deepEqual(east.villageIds, [world.villages.east])
  assert.equal(east.suspendedAt, null)
})

test('an officer is created once, with villages of this station only', async () => {
  const create = (payload: Record<string, unknown>) =>
    chief({
      method: 'POST',
      url: '/api/officers',
      payload,
      headers: { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped-up` },
    })
  const liu = { username: 'liu.fj', name: '刘辅警', role: 'auxiliary', villageIds: [world.villages.west] }
  const [one, two] = await Promise.all([create(liu), create(liu)])
  assert.deepEqual([one.statusCode, two.statusCode].sort(), [200, 409])
  const elsewhere = await createWorld(context.pool, '430182111')
  const foreign = {
    username: 'qian.fj',
    name: '钱辅警',
    role: 'auxiliary',
    villageIds: [elsewhere.villages.east],
  }
  assert.equal((await create(foreign)).statusCode, 404)
  for (const username of ['a', 'UPPER', '刘辅警', '1abc', 'with space'])
    assert.equal((await create({ ...liu, username })).statusCode, 400)
})

test('a change of role and villages holds from the next request', async () => {
  const id = world.officers.westAuxiliary
  const both = [world.villages.east, world.villages.west]
  const answer = await change(id, { villageIds: both, phone: '100-0000-0001' })
  assert.deepEqual(answer.json().villageIds.sort(), both.sort())
  const me = (await as('westAuxiliary')({ method: 'GET', url: '/api/session' })).json()
  assert.deepEqual(me.villageIds.sort(), both.sort())
  await change(id, { role: 'officer' })
  assert.equal((await as('westAuxiliary')({ method: 'GET', url: '/api/session' })).json().scope, 'station')
  await change(id, { role: 'auxiliary', villageIds: [world.villages.west] })
  assert.equal((await change(newId(), { name: '无名' })).statusCode, 404)
  assert.equal((await change(id, {})).statusCode, 400)
})

test('nobody disables herself or changes her own role', async () => {
  const administrator = as('administrator')
  const { officers } = world
  assert.equal((await change(officers.administrator, { role: 'chief' }, administrator)).statusCode, 409)
  assert.equal((await suspend(officers.administrator, administrator)).statusCode, 409)
  const same = { role: 'administrator', phone: '100-0000-0002' }
  assert.equal((await change(officers.administrator, same, administrator)).statusCode, 200)
})

test('a suspended officer is nobody until she is enabled, and both can be done once', async () => {
  const { officer } = world.officers
  const [one, two] = await Promise.all([suspend(officer), suspend(officer)])
  assert.deepEqual([one.statusCode, two.statusCode].sort(), [200, 409])
  assert.equal((await as('officer')({ method: 'GET', url: '/api/session' })).statusCode, 401)
  const [back, again] = await Promise.all([enable(officer), enable(officer)])
  assert.deepEqual([back.statusCode, again.statusCode].sort(), [200, 409])
  assert.equal((await as('officer')({ method: 'GET', url: '/api/session' })).statusCode, 200)
})

test('the station keeps somebody who can manage accounts', async () => {
  const small = await createWorld(context.pool, '430182222')
  const smallChief = as('chief', small)
  const { administrator } = small.officers
  assert.equal((await suspend(small.officers.chief, smallChief)).statusCode, 409)
  assert.equal((await suspend(administrator, smallChief)).statusCode, 200)
  await smallChief({ method: 'DELETE', url: `/api/officers/${administrator}/suspension` })
  // Each disables the other at the same moment: one stays.
  const both = await Promise.all([
    suspend(administrator, smallChief),
    suspend(small.officers.chief, as('administrator', small)),
  ])
  assert.deepEqual(both.map((answer) => answer.statusCode === 200).sort(), [false, true])
})

test('station settings change by name, and others stay', async () => {
  const patch = (payload: Record<string, unknown>) => chief({ method: 'PATCH', url: '/api/station', payload })
  await patch({ settings: { firstAnswerMinutes: 20 }, phone: '0731-00000001' })
  const station = (await patch({ settings: { residentNotice: '急事请拨打110。' }, latitude: 28.2 })).json()
  assert.deepEqual(station.settings, { firstAnswerMinutes: 20, residentNotice: '急事请拨打110。' })
  assert.equal(station.phone, '0731-00000001')
  assert.equal(station.latitude, 28.2)
  assert.equal((await patch({ code: '999999' })).statusCode, 400)
  assert.equal((await patch({ settings: { unknown: 1 } })).statusCode, 400)
})

test('villages are added, measured later, and named in the order of the list', async () => {
  const post = (payload: Record<string, unknown>) => chief({ method: 'POST', url: '/api/villages', payload })
  const made = await post({ code: '003', name: '南村', aliases: ['南边'] })
  assert.equal(made.json().latitude, null)
  assert.equal((await post({ code: '003', name: '又一村' })).statusCode, 409)
  const moved = await chief({
    method: 'PATCH',
    url: `/api/villages/${made.json().id}`,
    payload: { latitude: 28.1, longitude: 112.3 },
  })
  assert.equal(moved.json().longitude, 112.3)
  const { items } = (await chief({ method: 'GET', url: '/api/villages' })).json()
  assert.deepEqual(
    items.map((item: { name: string }) => item.name),
    ['东村', '西村', '南村'],
  )
})

/** Who may do what on the routes of this domain: each caller sees exactly these as allowed. */
const matrix: Record<string, string[]> = {
  'GET /api/officers': ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'],
  'POST /api/officers': ['chief', 'administrator'],
  'PATCH /api/officers/:id': ['chief', 'administrator'],
  'POST /api/officers/:id/suspension': ['chief', 'administrator'],
  'DELETE /api/officers/:id/suspension': ['chief', 'administrator'],
  'POST /api/officers/:id/password-reset': ['chief', 'administrator'],
  'GET /api/shifts': ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'],
  'POST /api/shifts': ['chief', 'administrator'],
  'DELETE /api/shifts/:id': ['chief', 'administrator'],
  'GET /api/station': ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'],
  'PATCH /api/station': ['chief', 'administrator'],
  'GET /api/villages': ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'],
  'POST /api/villages': ['chief', 'administrator'],
  'PATCH /api/villages/:id': ['chief', 'administrator'],
  'GET /api/audit/events': ['chief', 'auditor'],
  'GET /api/audit/checkpoints': ['chief', 'auditor'],
  'GET /api/session': ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'],
  'GET /api/sessions': ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'],
}

test('every role may do what the matrix says and nothing else', async () => {
  const callers = ['chief', 'officer', 'eastAuxiliary', 'administrator', 'auditor'] as const
  for (const [route, allowed] of Object.entries(matrix)) {
    const [method, url] = route.replace(':id', newId()).split(' ') as ['GET', string]
    assert.ok(app.hasRoute({ method, url: route.split(' ')[1]! }), route)
    for (const key of callers) {
      // Bodies are left out: a 400 or 404 means that the door let the caller through.
      const answer = await as(key)({ method, url })
      const code = answer.json().code
      const through = code !== 'forbidden' && code !== 'unauthenticated'
      assert.equal(through, allowed.includes(key), `${key} ${route} → ${answer.statusCode}`)
    }
    for (const outsider of [anonymous, asResident('chen')])
      assert.equal((await outsider({ method, url })).statusCode, 401, route)
  }
})

test('another station sees nothing of it', async () => {
  const other = await createWorld(context.pool, '430182333')
  const foreign = as('chief', other)
  const url = `/api/officers/${world.officers.officer}`
  for (const [method, path, payload] of [
    ['PATCH', url, { name: '别人' }],
    ['POST', `${url}/suspension`, { reason: '别人' }],
    ['DELETE', `${url}/suspension`, undefined],
    ['PATCH', `/api/villages/${world.villages.east}`, { name: '别村' }],
  ] as const) {
    assert.equal((await foreign({ method, url: path, ...(payload ? { payload } : {}) })).statusCode, 404)
  }
  const names = (await foreign({ method: 'GET', url: '/api/officers' })).json().items
  assert.equal(names.length, 6)
})

test('each of these deeds left one entry', async () => {
  const { rows } = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query('select name, count(*) as n from events where station_id = $1 group by name', [
      tx.stationId,
    ]),
  )
  const counts = Object.fromEntries(rows.map(({ name, n }) => [name, n]))
  assert.equal(counts['officer.created'], 1)
  assert.equal(counts['officer.disabled'], 1)
  assert.equal(counts['officer.enabled'], 1)
  assert.equal(counts['officer.changed'], 4)
  assert.equal(counts['station.configured'], 2)
  assert.equal(counts['village.changed'], 2)
})
