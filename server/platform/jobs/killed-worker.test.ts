import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { builtScript } from '../../../test/built-script.ts'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../tenancy.ts'
import type { JobPlan } from './job-plan.ts'
import { startJobs } from './start-jobs.ts'

const { context, world, database } = await startTestServer()
const { stationId } = world
const { servingUrl } = database

const planOf = (name: string, work: () => Promise<void>): JobPlan => ({
  definitions: [{ name, retryDelaySeconds: 1, work }],
  reactions: {},
  everyEvent: [],
  schedules: [],
})

async function until(condition: () => boolean, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !condition(); await sleep(20))
    assert.ok(Date.now() < end, 'did not happen in time')
}

describe('a worker that goes away', { concurrency: true }, () => {
  test('killed: its job is redone by another, by itself', async () => {
    const script = builtScript(resolve(import.meta.dirname, 'killed-worker.fixture.ts'))
    const worker = spawn(process.execPath, [script, servingUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
    after(() => worker.kill('SIGKILL'))
    let said = ''
    worker.stdout.on('data', (chunk) => {
      said += chunk
    })
    await until(() => said.includes('ready'), 20_000)
    let redone = false
    const plan = planOf('stubborn', async () => {
      redone = true
    })
    const sender = await startJobs({ context, servingUrl, plan, runs: false })
    await inStation(context.pool, stationId, (tx) => sender.send(tx, 'stubborn', { stationId }))
    await until(() => said.includes('taken'), 20_000)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    await sender.stop()

    const heir = await startJobs({ context, servingUrl, plan, runs: true, pollSeconds: 0.5 })
    // Ten seconds without a sign of life, five until somebody looks, one until it is tried again, and some room.
    await until(() => redone, 30_000)
    await heir.stop()
  })

  test('stopped: within five seconds, and the job in hand goes back to the queue', async () => {
    let taken = false
    const plan = planOf('endless', async () => {
      taken = true
      await new Promise((resolve) => setTimeout(resolve, 60_000).unref())
    })
    const jobs = await startJobs({ context, servingUrl, plan, runs: true, pollSeconds: 0.5 })
    await inStation(context.pool, stationId, (tx) => jobs.send(tx, 'endless', { stationId }))
    await until(() => taken, 10_000)
    const asked = Date.now()
    await jobs.stop()
    assert.ok(Date.now() - asked < 5000)
    const { rows } = await context.pool.query(`select state from pgboss.job where name = 'endless'`)
    assert.deepEqual(rows, [{ state: 'retry' }])
  })
})
