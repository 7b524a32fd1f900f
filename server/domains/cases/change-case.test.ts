import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/id.ts'
import { expectOk, startCaseServer, statusesOf } from './cases.fixture.ts'

const server = await startCaseServer()
const { as, guideId, inside, open, patch, post, show, world } = server
const { east, west } = world.villages

test('what is written can be corrected, moved and given to somebody', async () => {
  const id = await open({ villageId: east, details: '旧的', latitude: 28.1, longitude: 112.3 })
  expectOk(
    await patch(id, {
      title: '两头耕牛走失',
      details: '新的',
      villageId: west,
      latitude: null,
      longitude: null,
    }),
  )
  expectOk(await patch(id, { assigneeId: world.officers.westAuxiliary, kind: 'safety', emergency: true }))
  const shown = await show(id)
  assert.deepEqual(
    [shown.title, shown.details, shown.villageId, shown.kind, shown.emergency, shown.latitude],
    ['两头耕牛走失', '新的', west, 'safety', true, null],
  )
  assert.equal(shown.assignee.id, world.officers.westAuxiliary)
  assert.equal((await server.events(id)).filter((name) => name === 'case.changed').length, 2)
})

test('two who give the case away at the same time: one does, the other hears of it', async () => {
  const id = await open()
  const { revision } = await show(id)
  const give = (assigneeId: string) =>
    as('chief')({ method: 'PATCH', url: `/api/cases/${id}`, payload: { revision, assigneeId } })
  const calls = [give(world.officers.eastAuxiliary), give(world.officers.westAuxiliary)]
  assert.deepEqual(await statusesOf(calls), [200, 409])
})

test('a case is given only to somebody who handles cases and is not suspended', async () => {
  const id = await open()
  assert.equal((await patch(id, { assigneeId: world.officers.auditor })).statusCode, 400)
  assert.equal((await patch(id, { assigneeId: newId() })).statusCode, 400)
  await inside(({ db, stationId }) =>
    db
      .insertInto('officerSuspensions')
      .values({ stationId, id: newId(), officerId: world.officers.westAuxiliary, reason: '休假' })
      .execute(),
  )
  assert.equal((await patch(id, { assigneeId: world.officers.westAuxiliary })).statusCode, 400)
  await inside(({ db, stationId }) =>
    db.deleteFrom('officerSuspensions').where('stationId', '=', stationId).execute(),
  )
})

test('an emergency is never taken back, and unknown fields are refused', async () => {
  const id = await open({ emergency: true })
  assert.equal((await patch(id, { emergency: false })).statusCode, 400)
  assert.equal((await patch(id, { status: 'done' })).statusCode, 400)
  assert.equal((await patch(id, { title: '   ' })).statusCode, 400)
  assert.equal((await patch(id, { latitude: 28 })).statusCode, 400)
})

test('an auxiliary does not turn a dispute into something she may decide', async () => {
  const id = await open({ kind: 'dispute', villageId: east })
  assert.equal((await patch(id, { kind: 'other' }, 'eastAuxiliary')).statusCode, 403)
  expectOk(await patch(id, { title: '田埂纠纷' }, 'eastAuxiliary'))
})

test('a status is a row with who and when; the same one twice is a conflict', async () => {
  const id = await open()
  const set = (status: string) =>
    post('officer', `/api/cases/${id}/status-changes`, { status, note: '已经联系' })
  assert.deepEqual(await statusesOf([set('in_progress'), set('in_progress')]), [200, 409])
  expectOk(await set('waiting_resident'))
  assert.equal((await set('closed')).statusCode, 409)
  assert.equal((await set('done')).statusCode, 400)
  const shown = await show(id)
  assert.deepEqual(
    shown.statusChanges.map((change: { status: string; officer: { name: string } }) => [
      change.status,
      change.officer.name,
    ]),
    [
      ['open', '李民警'],
      ['in_progress', '李民警'],
      ['waiting_resident', '李民警'],
    ],
  )
})

test('people come and go', async () => {
  const id = await open()
  const person = { name: '目击者甲', part: 'witness', phone: '' }
  const made = expectOk(await post('officer', `/api/cases/${id}/people`, person))
  assert.deepEqual(
    (await show(id)).people.map((each: { id: string }) => each.id),
    [made.id],
  )
  const remove = () => as('officer')({ method: 'DELETE', url: `/api/cases/${id}/people/${made.id}` })
  assert.deepEqual(await statusesOf([remove(), remove()]), [200, 404])
  assert.deepEqual((await show(id)).people, [])
  const stranger = { ...person, residentId: newId() }
  assert.equal((await post('officer', `/api/cases/${id}/people`, stranger)).statusCode, 404)
})

test('papers: accepted, turned down with a reason, not needed', async () => {
  const id = await open({ kind: 'service', guideId })
  const check = (key: string, body: Record<string, unknown>) =>
    post('eastAuxiliary', `/api/cases/${id}/materials/${key}/checks`, { note: '', ...body })
  expectOk(await check('register', { verdict: 'accepted' }))
  assert.equal((await check('card', { verdict: 'rejected' })).statusCode, 400)
  expectOk(await check('card', { verdict: 'rejected', note: '照片看不清' }))
  expectOk(await check('house', { verdict: 'not_needed' }))
  expectOk(await check('card', { verdict: 'accepted' }))
  assert.equal((await check('other', { verdict: 'accepted' })).statusCode, 404)
  assert.equal((await check('card', { verdict: 'ready' })).statusCode, 400)
  assert.equal((await check('card', { verdict: 'accepted', fileId: newId() })).statusCode, 400)
  const { materials } = await show(id)
  assert.deepEqual(
    materials.map((material: { verdict: string }) => material.verdict),
    ['accepted', 'accepted', 'not_needed'],
  )
  assert.equal(materials[1].officer.name, '王辅警')
})

test('a promise is a clock with its reason in the history', async () => {
  const id = await open()
  const dueAt = new Date(Date.now() + 3_600_000).toISOString()
  expectOk(await post('officer', `/api/cases/${id}/clocks`, { dueAt, reason: '下班前回电话' }))
  const past = { dueAt: '2020-01-01T00:00:00Z', reason: '晚了' }
  assert.equal((await post('officer', `/api/cases/${id}/clocks`, past)).statusCode, 400)
  const shown = await show(id)
  assert.deepEqual([shown.clocks[0].kind, shown.clocks[0].overdue], ['promise', false])
  assert.equal(shown.statusChanges.at(-1).note, '下班前回电话')
})

test('a deadline is paused, resumed and extended, each with a reason; the extension is an officer’s', async () => {
  const id = await open({ kind: 'service', guideId })
  const clockId = (await show(id)).clocks[0].id
  const change = (change: string, who: 'officer' | 'eastAuxiliary' = 'officer', more = {}) =>
    post(who, `/api/cases/${id}/clocks/${clockId}/changes`, { change, reason: '等居民补材料', ...more })
  assert.deepEqual(await statusesOf([change('pause'), change('pause', 'eastAuxiliary')]), [200, 409])
  const paused = (await show(id)).clocks[0]
  assert.ok(paused.pausedAt)
  const list = expectOk(await as('officer')({ url: `/api/cases?text=${(await show(id)).number}` }))
  assert.equal(list.items[0].dueAt, null)
  assert.equal((await change('extend', 'officer', { workingDays: 1 })).statusCode, 409)
  expectOk(await change('resume'))
  assert.equal((await change('extend', 'eastAuxiliary', { workingDays: 1 })).statusCode, 403)
  assert.equal((await change('extend')).statusCode, 400)
  const { dueAt } = expectOk(await change('extend', 'officer', { workingDays: 2 }))
  const [clock] = (await show(id)).clocks
  assert.equal(new Date(clock.dueAt).toISOString(), dueAt)
  assert.ok(clock.dueAt > paused.dueAt)
  assert.deepEqual(
    clock.changes.map((each: { change: string; workingDays: number | null; reason: string }) => [
      each.change,
      each.workingDays,
      each.reason,
    ]),
    [
      ['pause', null, '等居民补材料'],
      ['resume', 0, '等居民补材料'],
      ['extend', 2, '等居民补材料'],
    ],
  )
  const other = await open()
  const elsewhere = `/api/cases/${other}/clocks/${clockId}/changes`
  assert.equal((await post('officer', elsewhere, { change: 'pause', reason: '试' })).statusCode, 404)
})

test('a limit over 国庆 is counted by the station’s calendar, and its own closing days do not stop it', async () => {
  const day = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const withDay = async (kind: string) => {
    await inside(({ db, stationId }) =>
      db
        .insertInto('calendarDays')
        .values({ stationId, day, kind, name: '测试' })
        .onConflict((conflict) => conflict.columns(['stationId', 'day']).doUpdateSet({ kind }))
        .execute(),
    )
    const [clock] = (await show(await open({ guideId }))).clocks
    assert.equal(clock.workingDaysLeft, 3)
    return new Date(clock.dueAt).getTime()
  }
  const [off, workday, closed] = [await withDay('off'), await withDay('workday'), await withDay('closed')]
  assert.ok(off > workday, 'a holiday makes it later than a workday')
  assert.ok(closed === workday || closed === off, 'a closing day follows the week')
})
