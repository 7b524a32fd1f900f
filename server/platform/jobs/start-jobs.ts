import { type Job, PgBoss } from 'pg-boss'
import type { Context } from '../context.ts'
import { createQueues, deadLetterQueue, scheduleQueue } from './create-queues.ts'
import { fanOutSchedule } from './fan-out-schedule.ts'
import type { JobPlan } from './job-plan.ts'
import type { JobData, Jobs } from './jobs.ts'
import { measureJobs } from './measure-jobs.ts'
import { jobSchema } from './migrate-jobs.ts'
import { runBatch } from './run-batch.ts'
import { inTransaction, sendJob } from './send-job.ts'
import { startDispatcher } from './start-dispatcher.ts'

const stopMs = 3000
const zone = 'Asia/Shanghai'

/**
 * The jobs of this process on pg-boss, as the serving role (migrateJobs has prepared its schema). With
 * `runs: false` the process only sends. Any number of processes may run beside each other.
 */
export async function startJobs(options: {
  context: Omit<Context, 'jobs'>
  servingUrl: string
  plan: JobPlan
  runs: boolean
  /** How often a queue is looked at for jobs whose time has come; new ones are announced. */
  pollSeconds?: number
}): Promise<Jobs> {
  const { plan, runs, pollSeconds = 2 } = options
  const { log, pool } = options.context
  const boss = new PgBoss({
    connectionString: options.servingUrl,
    application_name: 'lianxinqiao-jobs',
    schema: jobSchema,
    max: runs ? 4 : 1,
    migrate: false,
    createSchema: false,
    supervise: runs,
    schedule: runs,
    useListenNotify: runs,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 3600,
    // Rebuilding an index takes an owner, and the server is none.
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'))
  boss.on('warning', ({ message }) => log.warn({ reason: message.slice(0, 200) }, 'job queue'))
  await boss.start()
  const jobs: Jobs = {
    send: (tx, name, data, sendOptions) => sendJob(boss, tx, name, data, sendOptions),
    replay: async (tx, id) =>
      (await boss.redrive(deadLetterQueue, {
        ids: [id],
        data: { stationId: tx.stationId },
        db: inTransaction(tx),
      })) === 1,
    stop: () => boss.stop({ graceful: true, timeout: stopMs }),
  }
  await createQueues(boss, plan.definitions)
  measureJobs(pool)
  if (!runs) return jobs

  const context: Context = { ...options.context, jobs }
  const everyStation = {
    name: scheduleQueue,
    work: (_: Context, data: JobData) => fanOutSchedule(context, boss, String(data['job'])),
  }
  for (const definition of [...plan.definitions, everyStation]) {
    await boss.work(
      definition.name,
      // A batch of one takes a few jobs a second at most: the worker sleeps after each (measured).
      {
        batchSize: 10,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
      },
      (batch: Job<JobData>[]) => runBatch(context, definition, batch),
    )
  }
  await keepSchedules(boss, plan)
  const dispatcher = startDispatcher({ pool, boss, plan, log })
  return {
    ...jobs,
    async stop() {
      await dispatcher.stop()
      await jobs.stop()
    },
  }
}

/** The schedules in the database are exactly those of the plan; what an older version left goes. */
async function keepSchedules(boss: PgBoss, plan: JobPlan): Promise<void> {
  for (const { job, cron } of plan.schedules)
    await boss.schedule(scheduleQueue, cron, { job }, { tz: zone, key: job, missed: 'once' })
  for (const { key } of await boss.getSchedules(scheduleQueue))
    if (!plan.schedules.some(({ job }) => job === key)) await boss.unschedule(scheduleQueue, key)
}
