import { setTimeout as sleep } from 'node:timers/promises'
import { choosePort } from './choose-port.ts'
import { explainFailure, failure } from './explain-failure.ts'
import { greetServer } from './greet-server.ts'
import { clearLockFile, inspectPostmaster, type Postmaster } from './inspect-postmaster.ts'
import { type Launch, launchPostmaster } from './launch-postmaster.ts'
import { setPassword } from './set-password.ts'
import type { Site } from './site.ts'

export type Running = Postmaster & {
  /** Present when we started it: it tells at once when it ends. */
  launch: Launch | undefined
}

const patienceMs = 30_000

/** What passes by itself: a killed server still in the process table, or its children that are still ending. */
const passing = /lock file ".*" already exists|lock file ".*" is empty|pre-existing shared memory block/
const portTaken = /could not bind|could not create any TCP/

/**
 * Brings the cluster's server up, or finds the one that runs, and returns when it takes our password.
 * Processes that do this at the same time need no lock of ours: PostgreSQL lets one of them start, the others
 * then find its server. A start that fails for a passing reason is tried again for 30 s; a server that
 * replays its log after a crash is given all the time it needs.
 */
export async function bringUp(
  site: Site,
  wish: { port?: number; signal?: AbortSignal } = {},
): Promise<Running> {
  let launch: Launch | undefined
  let deadline = Date.now() + patienceMs
  let reportAt = Date.now() + 10_000
  while (!wish.signal?.aborted) {
    const found = inspectPostmaster(site.cluster)
    if (found.kind === 'running') {
      const { postmaster, state } = found
      if (state === 'ready' && (await greetServer(postmaster.port, site.cluster, site.password)))
        return { ...postmaster, launch: launch?.child.pid === postmaster.pid ? launch : undefined }
      if (state === 'starting' && postmaster.pid) deadline = Date.now() + patienceMs
    } else if (!launch || launch.ended()) {
      if (launch) await reconsider(launch, site, wish.port)
      if (found.kind === 'unclear') clearLockFile(site.cluster, found.text)
      if (site.passwordToSet) await setPassword(site)
      launch = launchPostmaster(site, wish.port ?? (await choosePort(found.port)))
    }
    if (Date.now() > deadline) {
      launch?.child.kill('SIGINT')
      throw tooSlow(site, launch)
    }
    if (Date.now() > reportAt) {
      site.log.info({ pid: launch?.child.pid }, '数据库还在启动（断电或强行结束后要先恢复），请稍候。')
      reportAt += 10_000
    }
    await sleep(20)
  }
  launch?.child.kill('SIGINT')
  throw failure('启动数据库时收到了停止的要求。', 'Stopped while the database was starting.')
}

/** After a start that failed: throws unless another try can help, and waits a little before that. */
async function reconsider(launch: Launch, site: Site, wishedPort: number | undefined): Promise<void> {
  const said = launch.said()
  const taken = portTaken.test(said)
  if (taken && wishedPort)
    throw failure(
      `数据库没能启动：端口 ${wishedPort} 已被别的程序占用，请换一个端口，或先停掉那个程序。`,
      `PostgreSQL did not start: port ${wishedPort} of 127.0.0.1 is taken.`,
    )
  if (!taken && !passing.test(said)) throw explainFailure(said, site.cluster)
  await sleep(taken ? 0 : 100)
}

function tooSlow(site: Site, launch: Launch | undefined): Error {
  return failure(
    `数据库在 ${patienceMs / 1000} 秒内没有就绪（${site.cluster}）。可能有另一个数据库进程没有退出，请看 ${site.logFile}。`,
    `PostgreSQL was not ready within ${patienceMs / 1000} s; see ${site.logFile}.`,
    launch?.said(),
  )
}
