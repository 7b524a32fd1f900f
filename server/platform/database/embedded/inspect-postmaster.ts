import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { draftOf } from './drafts.ts'
import { processBirth } from './process-birth.ts'

export type Postmaster = { pid: number; birth: string; port: number }

/**
 * `none`: nothing runs; `port` is the one used before a crash. `unclear`: the file names no live server of
 * this cluster, yet PostgreSQL would refuse to start because of it. `running`: a live server, and how far it
 * has got.
 */
export type Finding =
  | { kind: 'none'; port?: number }
  | { kind: 'unclear'; text: string; port?: number }
  | { kind: 'running'; state: 'starting' | 'ready' | 'stopping'; postmaster: Postmaster }

/**
 * Reads postmaster.pid of `cluster` (a real path) and looks whether the process it names is that cluster's
 * server.
 */
export function inspectPostmaster(cluster: string): Finding {
  const file = join(cluster, 'postmaster.pid')
  const text = readLockFile(file)
  if (text === undefined) return { kind: 'none' }
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3]) || undefined
  // The server makes the file and then fills it: an empty one is news, unless it stays so.
  if (!pid) return isOld(file) ? { kind: 'unclear', text } : startingUp
  const birth = processBirth(pid)
  if (birth && isServerOf(pid, cluster)) {
    const state = lines[7]?.trim() ?? ''
    const known = state === 'ready' || state === 'stopping' ? state : 'starting'
    return { kind: 'running', state: known, postmaster: { pid, birth, port: port ?? 0 } }
  }
  return isInTable(pid) ? { kind: 'unclear', text, port } : { kind: 'none', port }
}

const startingUp: Finding = {
  kind: 'running',
  state: 'starting',
  postmaster: { pid: 0, birth: '', port: 0 },
}

/**
 * Removes a postmaster.pid that `inspectPostmaster` called unclear. Renamed first and compared, so that the
 * file of a server which started in this moment is put back. Children of a killed server that still hold its
 * shared memory stop the next start all the same: PostgreSQL finds them by the folder's inode.
 */
export function clearLockFile(cluster: string, text: string): void {
  const file = join(cluster, 'postmaster.pid')
  const aside = draftOf(file)
  try {
    renameSync(file, aside)
    if (readLockFile(aside) !== text) linkSync(aside, file)
    rmSync(aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/**
 * A server stands in its own data folder. Compared by inode, so that a folder moved meanwhile is known again.
 */
function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return stdout?.includes(` -D ${cluster} `) ?? false
  }
  try {
    const [here, there] = [statSync(cluster), statSync(`/proc/${pid}/cwd`)]
    return here.ino === there.ino && here.dev === there.dev
  } catch {
    return false
  }
}

function isInTable(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > 5_000
  } catch {
    return false
  }
}

function readLockFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
