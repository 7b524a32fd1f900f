import { resolve } from 'node:path'
import { bringUp } from './embedded/bring-up.ts'
import { joinUsers } from './embedded/count-users.ts'
import { explainFailure } from './embedded/explain-failure.ts'
import { urlOf } from './embedded/greet-server.ts'
import { prepareSite } from './embedded/prepare-site.ts'
import { systemShelves } from './embedded/shelves.ts'
import type { SiteLog } from './embedded/site.ts'
import { isUp, send, stopPostmaster } from './embedded/stop-postmaster.ts'
import { watchPostmaster } from './embedded/watch-postmaster.ts'

export type Embedded = {
  /** The superuser's URL of the database `lianxinqiao`; the same for the life of this handle. */
  url: string
  /** The server's process now; another one after a restart. */
  readonly pid: number
  /** Whether this call made the cluster, started an existing one, or found its server running. */
  started: 'fresh' | 'existing' | 'adopted'
  /** Gives the database up, and stops the server when no other process uses it. May be called twice. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  log: SiteLog
  /** By default a free one is taken. A server that runs already keeps the one it has. */
  port?: number
  /** A server that ended unasked runs again. Open connections are lost; pools make new ones. */
  onRestart?: (server: { pid: number; port: number }) => void
  /** Where root keeps what PostgreSQL's user cannot reach otherwise. */
  shelves?: string[]
}

/**
 * Runs the PostgreSQL that comes with npm in `<dataDir>/postgres`, on 127.0.0.1. Returns when it accepts
 * connections; throws a sentence for the person at the machine otherwise. Several processes may share one
 * `dataDir`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    return await start(options)
  } catch (error) {
    // Errors of the file system become sentences; our own are sentences already.
    const { code, message } = error as NodeJS.ErrnoException
    throw code ? explainFailure(message, options.dataDir) : error
  }
}

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const { log, port, onRestart, shelves = systemShelves } = options
  const site = await prepareSite({ dataDir: resolve(options.dataDir), log, shelves })
  const membership = joinUsers(site.usersDir)
  const running = await bringUp(site, { port }).catch((error) => {
    membership.leave()
    throw error
  })
  const watch = watchPostmaster(site, running, onRestart)
  const started = !running.launch ? 'adopted' : site.fresh ? 'fresh' : 'existing'
  log.info({ pid: running.pid, port: running.port, started }, '数据库已就绪。')

  // Somebody called process.exit: without this the server would stay behind, as it does after kill -9.
  const leaveInHaste = () => {
    if (membership.leave() && isUp(watch.current())) send('SIGINT', watch.current().pid)
  }
  process.once('exit', leaveInHaste)

  let stopped: Promise<void> | undefined
  const stop = async () => {
    process.off('exit', leaveInHaste)
    await watch.end()
    if (membership.leave()) await stopPostmaster(watch.current())
  }
  return {
    url: urlOf(running.port, site.password),
    get pid() {
      return watch.current().pid
    },
    started,
    stop: () => (stopped ??= stop()),
  }
}
