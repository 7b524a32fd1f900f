import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestServer } from '../../../test/server.ts'
import { AppError } from '../errors.ts'
import { writeEvents } from '../events/write-events.ts'
import { newId } from '../id.ts'
import { inStation } from '../tenancy.ts'
import type { JobPlan } from './job-plan.ts'
import type { JobData } from './jobs.ts'
import { startJobs } from './start-jobs.ts'

const server = await startTestServer()
const { context, world, database } = server
const { stationId } = world
const done: { name: string; data: JobData }[] = []
let broken = true

const plan: JobPlan = {
  definitions: [
    { name: 'note', work: async (_, data) => void done.push({ name: 'note', data }) },
    { name: 'slow', work: async (_, data) => sleep(300).then(() => void done.push({ name: 'slow', data })) },
    {
      name: 'fragile',
      retryLimit: 1,
      retryDelaySeconds: 1,
      work: async (_, data) => {
        if (broken) throw new AppError('unavailable', '张三的话不会进日志。')
        done.push({ name: 'fragile', data })
      },
    },
  ],
  reactions: { 'file.stored': ['note', { job: 'slow', oncePer: 'station' }] },
  everyEvent: [],
  schedules: [{ job: 'note', cron: '0 3 * * *' }],
}
const options = { context, servingUrl: database.servingUrl, plan, runs: true, pollSeconds: 0.5 }
const first = await startJobs(options)
const second = await startJobs(options)
context.jobs = first

const system = { kind: 'system', id: null } as const

async function until(condition: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; !(await condition()); await sleep(20))
    assert.ok(Date.now() < end, 'did not happen in time')
}
const count = (name: string, key: string, value: string) =>
  done.filter((entry) => entry.name === name && entry.data[key] === value).length

test('a job exists exactly when its transaction commits', async () => {
  const kept = newId()
  const lost = newId()
  await inStation(context.pool, stationId, (tx) => first.send(tx, 'note', { stationId, caseId: kept }))
  await assert.rejects(
    inStation(context.pool, stationId, async (tx) => {
      await first.send(tx, 'note', { stationId, caseId: lost })
      throw new Error('rolled back')
    }),
  )
  await until(() => count('note', 'caseId', kept) === 1)
  assert.equal(count('note', 'caseId', lost), 0)
})

test('every event gets each of its reactions once, with two processes at it', async () => {
  const ids = Array.from({ length: 60 }, () => newId())
  await Promise.all(
    ids.map((id) =>
      inStation(context.pool, stationId, (tx) =>
        writeEvents(tx, system, [{ name: 'file.stored', subject: { kind: 'file', id } }]),
      ),
    ),
  )
  await until(() => ids.every((id) => count('note', 'subjectId', id) > 0))
  await sleep(300)
  assert.deepEqual([...new Set(ids.map((id) => count('note', 'subjectId', id)))], [1])
  await until(() => count('slow', 'stationId', stationId) > 0)
  assert.ok(count('slow', 'stationId', stationId) < 30, 'many events, few jobs')
})

test('a key allows one waiting job', async () => {
  const later = new Date(Date.now() + 3_600_000)
  const key = newId()
  const send = () =>
    inStation(context.pool, stationId, (tx) =>
      first.send(tx, 'note', { stationId }, { startAfter: later, key }),
    )
  await Promise.all([send(), send(), send(), send()])
  const { rows } = await context.pool.query(
    'select count(*)::int as n from pgboss.job where singleton_key = $1',
    [key],
  )
  assert.equal(rows[0].n, 1)
})

test('a job that finds its waiting one locked runs after the commit of the second sender', async () => {
  const key = newId()
  let seen = 0
  await inStation(context.pool, stationId, (tx) =>
    first.send(tx, 'slow', { stationId, key }, { key, startAfter: new Date(Date.now() + 400) }),
  )
  await inStation(context.pool, stationId, async (tx) => {
    await first.send(tx, 'slow', { stationId, key }, { key })
    await sleep(1500)
    seen = count('slow', 'key', key)
  })
  assert.equal(seen, 0)
  await until(() => count('slow', 'key', key) === 1)
})

test('a job that fails at every try is shown, replayed once, and leaves an event', async () => {
  const caseId = newId()
  await inStation(context.pool, stationId, (tx) => first.send(tx, 'fragile', { stationId, caseId }))
  const list = async () => (await server.as('administrator')({ url: '/api/jobs/dead-letters' })).json()
  await until(async () => (await list()).total === 1)
  const [letter] = (await list()).items
  assert.equal(letter.job, 'fragile')
  assert.equal(letter.errorCode, 'unavailable')
  assert.equal(letter.tries, 2)
  assert.deepEqual(letter.data, { stationId, caseId })
  assert.match((await server.anonymous({ url: '/metrics' })).body, /jobs_dead_letters\{queue="fragile"\} 1/)

  broken = false
  const replay = () =>
    server.as('administrator')({ method: 'POST', url: `/api/jobs/dead-letters/${letter.id}/replay` })
  const answers = await Promise.all([replay(), replay()])
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [200, 200],
  )
  assert.equal((await replay()).statusCode, 200)
  await until(() => count('fragile', 'caseId', caseId) === 1)
  assert.equal((await list()).total, 0)
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(`select from events where name = 'job.replayed' and subject_id = $1`, [letter.id]),
  )
  assert.equal(rows.length, 1)
  assert.equal(
    (await server.as('administrator')({ method: 'POST', url: `/api/jobs/dead-letters/${newId()}/replay` }))
      .statusCode,
    404,
  )
})

test('only who manages jobs sees dead letters', async () => {
  for (const role of ['officer', 'eastAuxiliary', 'auditor'] as const)
    assert.equal((await server.as(role)({ url: '/api/jobs/dead-letters' })).statusCode, 403)
})

test('the schedules of the plan are in the database, in the zone of the station', async () => {
  const { rows } = await context.pool.query('select key, cron, timezone from pgboss.schedule')
  assert.deepEqual(rows, [{ key: 'note', cron: '0 3 * * *', timezone: 'Asia/Shanghai' }])
})

test('the serving role may use the queue but not change its tables', async () => {
  await assert.rejects(context.pool.query('alter table pgboss.job add column x int'), /must be owner/)
})

test('both processes stop within five seconds', async () => {
  const asked = Date.now()
  await Promise.all([first.stop(), second.stop()])
  assert.ok(Date.now() - asked < 5000)
})
