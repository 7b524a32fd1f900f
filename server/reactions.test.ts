import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventNames } from '../contract/event-names.ts'
import { startTestServer } from '../test/server.ts'
import { writeEvents } from './platform/events/write-events.ts'
import { newId } from './platform/id.ts'
import { startJobs } from './platform/jobs/start-jobs.ts'
import { inStation } from './platform/tenancy.ts'
import { jobPlan } from './reactions.ts'

const { context, world, database } = await startTestServer()
const { stationId } = world

test('every job that is named is defined, once, and every event exists', () => {
  const names = jobPlan.definitions.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  const reactions = [...Object.values(jobPlan.reactions).flat(), ...jobPlan.everyEvent]
  const named = reactions.map((reaction) => (typeof reaction === 'string' ? reaction : reaction.job))
  for (const job of [...named, ...jobPlan.schedules.map(({ job }) => job)])
    assert.ok(names.includes(job), job)
  for (const event of Object.keys(jobPlan.reactions))
    assert.ok((eventNames as readonly string[]).includes(event))
})

test('every job runs through in an empty station, and again', async () => {
  for (const { work } of [...jobPlan.definitions, ...jobPlan.definitions]) await work(context, { stationId })
})

test('an event is followed by its sealing, by itself', async () => {
  // The same plan without its pause, which is there only to seal many at once.
  const everyEvent = jobPlan.everyEvent.map((reaction) =>
    typeof reaction === 'string' ? reaction : { ...reaction, delaySeconds: 0 },
  )
  const plan = { ...jobPlan, everyEvent }
  const jobs = await startJobs({
    context,
    servingUrl: database.servingUrl,
    plan,
    runs: true,
    pollSeconds: 0.5,
  })
  const [id] = await inStation(context.pool, stationId, (tx) =>
    writeEvents(tx, { kind: 'system', id: null }, [
      { name: 'file.stored', subject: { kind: 'file', id: newId() } },
    ]),
  )
  const sealed = async () => {
    const { rowCount } = await inStation(context.pool, stationId, ({ client }) =>
      client.query('select from audit_seals where station_id = $1 and event_id = $2', [stationId, id]),
    )
    return rowCount! > 0
  }
  for (const end = Date.now() + 15_000; !(await sealed()); await sleep(50)) assert.ok(Date.now() < end)
  await jobs.stop()
})
