import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'
import { matterFixture } from './matters.fixture.ts'

const { app, context, world } = await startTestServer()
const { case: openCase, conversation, run } = matterFixture(context.pool, world)
const at = (text: string) => new Date(`2026-03-${text}+08:00`)

function make(officer: keyof typeof world.officers, payload: object, stepped = true) {
  const header = `${world.stationId} ${world.officers[officer]}${stepped ? ' stepped' : ''}`
  return app.inject({ method: 'POST', url: '/api/exports', payload, headers: { 'x-test-officer': header } })
}

test('an export asks for the password again, and is the chief’s and the officers’', async () => {
  assert.equal(
    (await make('chief', { figure: 'outcome_told', month: '2026-03' }, false)).json().code,
    'step_up_required',
  )
  assert.equal((await make('eastAuxiliary', { figure: 'outcome_told', month: '2026-03' })).statusCode, 403)
})

test('a file says who made it and when, holds no formula, and its making is an event', async () => {
  await conversation({ openedAt: at('10T10:00'), closures: [{ at: at('10T12:00'), told: true }] })
  const caseId = await openCase({ kind: 'help', openedAt: at('12T10:00'), finishedAt: at('12T11:00') })
  await run(
    `update cases set title = '@SUM(1+1)*cmd|'' /C calc''!A0', number = '=1+1' where station_id = $1 and id = $2`,
    [caseId],
  )
  const answer = await make('chief', { figure: 'ask_to_outcome', month: '2026-03' })
  assert.equal(answer.statusCode, 200)
  assert.match(answer.headers['content-type'] as string, /^text\/csv/)
  const lines = answer.body.split('\r\n')
  assert.match(lines[0]!, /^\ufeff"周所长 于 .* 导出，编号 [0-9a-f-]{36}。内部使用，不得外传。"$/)
  assert.match(lines[3]!, /^"'=1\+1 @SUM/)
  const { rows } = await inStation(context.pool, world.stationId, ({ client }) =>
    client.query(`select data from events where station_id = $1 and name = 'export.made'`, [world.stationId]),
  )
  assert.deepEqual(rows[0].data, {
    figure: 'ask_to_outcome',
    version: 2,
    from: '2026-03-01',
    to: '2026-03-31',
    rows: 1,
  })
})

test('1,999 rows go out, 2,000 need a second person', async () => {
  await run(
    `insert into households (station_id, id, village_id, address, resident_since_on)
     select $1, gen_random_uuid(), $2, i || '号', '2020-01-01' from generate_series(1, 1999) i`,
    [world.villages.east],
  )
  const most = await make('officer', { figure: 'household_coverage', month: '2026-03' })
  assert.equal(most.body.split('\r\n').length, 3 + 1999 + 1)
  await run(
    `insert into households (station_id, id, village_id, address, resident_since_on) values ($1, gen_random_uuid(), $2, '2000号', '2020-01-01')`,
    [world.villages.west],
  )
  const refused = await make('officer', { figure: 'household_coverage', month: '2026-03' })
  assert.equal(refused.json().code, 'forbidden')
  assert.match(refused.json().message, /2000 行.*第二个人/)
  const one = { figure: 'household_coverage', month: '2026-03', village: world.villages.east }
  assert.equal((await make('officer', one)).statusCode, 200)
})
