import { createPool } from '../database/pool.ts'
import { createLog } from '../log.ts'
import { startJobs } from './start-jobs.ts'

/** A worker process that takes the job 'stubborn', says so, and never finishes it. Used by killed-worker.test.ts. */
const [servingUrl] = process.argv.slice(2)
const pool = createPool(servingUrl!, { max: 2, name: 'test-worker' })
await startJobs({
  context: { pool, log: createLog('silent') } as never,
  servingUrl: servingUrl!,
  runs: true,
  plan: {
    definitions: [
      {
        name: 'stubborn',
        work: async () => {
          process.stdout.write('taken\n')
          await new Promise(() => {})
        },
      },
    ],
    reactions: {},
    everyEvent: [],
    schedules: [],
  },
})
process.stdout.write('ready\n')
