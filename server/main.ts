import { resolve } from 'node:path'
import { createApp } from './app.ts'
import { readAudiences } from './audiences.ts'
import { askForEditions } from './domains/editions/ask-for-editions.ts'
import { startFiling } from './domains/inbox/start-filing.ts'
import { createAuth } from './domains/officers/create-auth.ts'
import { createResidentAuthenticator } from './domains/residents/authenticate-resident.ts'
import { startWechat } from './domains/wechat/start-wechat.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { anchorCheckpoints } from './platform/audit/keep-audit.ts'
import type { Config } from './platform/config.ts'
import type { Context } from './platform/context.ts'
import { createPool } from './platform/database/pool.ts'
import { createFileStore } from './platform/files/file-store.ts'
import { servePages } from './platform/http/serve-pages.ts'
import { startJobs } from './platform/jobs/start-jobs.ts'
import { startLive } from './platform/live/live.ts'
import { createLog } from './platform/log.ts'
import { jobPlan } from './reactions.ts'

export type Running = {
  context: Context
  database: OpenDatabase
  port: number
  stop: () => Promise<void>
}

/**
 * Starts one server process: database, live feed, jobs, then the doors. `prepare` runs once the schema is there and
 * before anybody is let in (the demo town). `stop` shuts the doors at once: what a phone sent carries a key
 * and is sent again. Then jobs end, then the database.
 */
export async function startServer(
  config: Config,
  options: { webFolder?: string; prepare?: (database: OpenDatabase, context: Context) => Promise<void> } = {},
): Promise<Running> {
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const { servingUrl } = database
  const pool = createPool(servingUrl, {
    max: config.poolSize,
    name: 'lianxinqiao-server',
    onError: (err) => log.warn({ err }, 'database connection lost'),
  })
  const files = createFileStore(resolve(config.dataDir, 'files'))
  const live = startLive({ pool, listenUrl: servingUrl, log, audiences: readAudiences })
  const jobs = await startJobs({
    context: { config, log, pool, live, files },
    servingUrl,
    plan: jobPlan,
    runs: config.runJobs,
  })
  const context: Context = { config, log, pool, live, files, jobs }
  await options.prepare?.(database, context)
  await askForEditions(context)
  const filing = startFiling(context)
  const wechat = config.runJobs ? startWechat(context) : undefined

  const auth = createAuth(context)
  const app = await createApp(
    context,
    { officer: auth.authenticateOfficer, resident: createResidentAuthenticator(context) },
    { auth },
  )
  if (options.webFolder) servePages(app, options.webFolder)
  await app.listen({ host: config.host, port: config.port })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port

  let stopping: Promise<void> | undefined
  async function stop(): Promise<void> {
    await app.close()
    await wechat?.stop()
    await filing.stop()
    await jobs.stop()
    await live.close()
    // What happened since the last checkpoint is sealed before the database goes.
    await anchorCheckpoints(context).catch((err) => log.warn({ err }, 'no checkpoint at the end'))
    files.close()
    await pool.end()
    await database.close()
  }
  return { context, database, port, stop: () => (stopping ??= stop()) }
}
