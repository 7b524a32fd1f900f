import type { Config } from './config.ts'
import type { Pool } from './database/pool.ts'
import type { FileStore } from './files/file-store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Live } from './live/live.ts'
import type { Log } from './log.ts'

/** What a process has at hand, made once in main.ts and given to routes and jobs. */
export type Context = {
  config: Config
  log: Log
  /** Connections of the serving role; every use goes through inStation. */
  pool: Pool
  live: Live
  jobs: Jobs
  files: FileStore
}
