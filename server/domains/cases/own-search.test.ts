import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectOk, startCaseServer, statusesOf } from './cases.fixture.ts'

const { as, decide, events, inside, open, post, show, world } = await startCaseServer()

const record = (id: string, minutes: number, who: Parameters<typeof post>[0] = 'officer') =>
  post(who, `/api/cases/${id}/own-searches`, { minutes, saidBy: 'asker' })

test('how long she had searched herself: who said it, who wrote it down; a later word counts, the first stays', async () => {
  const id = await open()
  assert.equal((await show(id)).ownSearch, null)
  expectOk(await record(id, 135))
  expectOk(await post('eastAuxiliary', `/api/cases/${id}/own-searches`, { minutes: 160, saidBy: 'family' }))
  const { ownSearch } = await show(id)
  assert.deepEqual(
    [ownSearch.minutes, ownSearch.saidBy, ownSearch.officer.id],
    [160, 'family', world.officers.eastAuxiliary],
  )
  assert.ok(Date.now() - Date.parse(ownSearch.recordedAt) < 60_000)
  assert.equal((await events(id)).filter((name) => name === 'case.own_search_recorded').length, 2)
  const { rows } = await inside(({ client }) =>
    client.query('select minutes from case_own_searches where case_id = $1 order by recorded_at', [id]),
  )
  assert.deepEqual(
    rows.map((row) => row.minutes),
    [135, 160],
  )
})

test('asked beside the outcome, it is written with it; once she was told it stands, until the case is reopened', async () => {
  const id = await open()
  expectOk(await decide(id, { ownSearch: { minutes: 130, saidBy: 'asker' } }))
  assert.equal((await show(id)).ownSearch.minutes, 130)
  expectOk(await record(id, 140))
  expectOk(await post('officer', `/api/cases/${id}/outcome-notice`, { by: 'phone' }))
  const late = await record(id, 5)
  assert.equal(late.statusCode, 409)
  assert.match(late.json().message, /已经告知居民/)
  expectOk(await post('chief', `/api/cases/${id}/reopenings`, { reason: '牛又跑了' }))
  expectOk(await record(id, 0))
  assert.equal((await show(id)).ownSearch.minutes, 0)
})

test('only of requests for help, by those who see the case, and within a month', async () => {
  const split = await open({ kind: 'service' })
  assert.equal((await record(split, 10)).statusCode, 400)
  assert.equal((await decide(split, { ownSearch: { minutes: 10, saidBy: 'asker' } })).statusCode, 400)
  assert.equal((await show(split)).status, 'open', 'a refused word leaves no half outcome')
  const east = await open({ villageId: world.villages.east })
  assert.deepEqual(await statusesOf([record(east, 10, 'westAuxiliary')]), [404])
  assert.deepEqual(
    await statusesOf([record(east, -1), record(east, 43_201), record(east, 1.5)]),
    [400, 400, 400],
  )
})

test('a merged case takes no word; the one that stands for it does', async () => {
  const [target, source] = [await open(), await open()]
  expectOk(await post('chief', `/api/cases/${target}/merges`, { sourceCaseId: source }))
  assert.deepEqual(await statusesOf([record(source, 10), record(target, 10)]), [201, 409])
})

test('the same form sent twice by a phone is written once', async () => {
  const id = await open()
  const send = () =>
    as('officer')({
      method: 'POST',
      url: `/api/cases/${id}/own-searches`,
      headers: { 'idempotency-key': `own-search-${id}` },
      payload: { minutes: 15, saidBy: 'other' },
    })
  assert.equal(expectOk(await send()).id, expectOk(await send()).id)
})
