import { resolve } from 'node:path'
import { readConfig } from '../../platform/config.ts'
import { createPool } from '../../platform/database/pool.ts'
import { createFileStore } from '../../platform/files/file-store.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import type { JobDefinition } from '../../platform/jobs/job-plan.ts'
import { startJobs } from '../../platform/jobs/start-jobs.ts'
import { startLive } from '../../platform/live/live.ts'
import { createLog } from '../../platform/log.ts'
import { fileTroubled } from '../inbox/file-arrivals.ts'
import { startFiling } from '../inbox/start-filing.ts'
import { wechatCallbackRoutes } from './callback-routes.ts'
import { wechatJobs } from './jobs.ts'
import { startWechat } from './start-wechat.ts'
import { waitForStart } from './wait-for-start.fixture.ts'

/**
 * Of the server what a WeChat message and an answer pass through, put together as main.ts does it, as a process of its
 * own: it stands in a third of the time, and the tests kill it often.
 */
const { servingUrl, dataDir, port } = await waitForStart()
const config = { ...readConfig({}), dataDir, port, logLevel: process.env.LOG_LEVEL ?? 'silent' }
const log = createLog(config.logLevel)
const pool = createPool(servingUrl, { max: 8, name: 'test-mortal', onError: () => {} })
const files = createFileStore(resolve(dataDir, 'files'), { reserveBytes: 0 })
const live = startLive({ pool, listenUrl: servingUrl, log, audiences: async () => [] })
const fileAgain: JobDefinition = {
  name: 'file-troubled',
  work: (context, { stationId }) => fileTroubled(context, stationId),
}
const jobs = await startJobs({
  context: { config, log, pool, live, files },
  servingUrl,
  plan: { definitions: [...wechatJobs, fileAgain], reactions: {}, everyEvent: [], schedules: [] },
  runs: true,
})
const context = { config, log, pool, live, files, jobs }
startFiling(context)
startWechat(context)
const nobody = async () => null
const app = await createHttp(context, { officer: nobody, resident: nobody }, { rateLimits: false })
wechatCallbackRoutes(app, context)
await app.listen({ host: '127.0.0.1', port })
process.stdout.write(`port ${port}\n`)
