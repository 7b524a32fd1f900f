import { tmpdir } from 'node:os'
import { readConfig } from '../server/platform/config.ts'
import type { Context } from '../server/platform/context.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { createFileStore } from '../server/platform/files/file-store.ts'
import { noJobs } from '../server/platform/jobs/jobs.ts'
import { createLog } from '../server/platform/log.ts'

/** A context for tools that only look at the routes: nothing is connected until it is used, and it is not. */
export function offlineContext(): Context {
  const config = { ...readConfig({}), dataDir: tmpdir(), logLevel: 'silent' }
  return {
    config,
    log: createLog('silent'),
    pool: createPool('postgres://nobody@127.0.0.1:1/none', { max: 1, name: 'offline' }),
    live: {
      subscribe: () => ({ leave: () => {}, begun: Promise.resolve() }),
      signal: () => {},
      subscribers: () => 0,
      audiences: async () => [],
      close: async () => {},
    },
    jobs: noJobs(),
    files: createFileStore(tmpdir()),
  }
}
