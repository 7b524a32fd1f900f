import { setTimeout as sleep } from 'node:timers/promises'
import { failure } from './explain-failure.ts'
import type { Postmaster } from './inspect-postmaster.ts'
import { processBirth } from './process-birth.ts'

/** True while this very server lives, not another process that was given its pid. */
export function isUp(server: Postmaster): boolean {
  return processBirth(server.pid) === server.birth
}

/**
 * Stops the server: clients are sent away and everything is written out ("fast"). After 10 s it is ended at
 * once instead, which loses nothing either but costs a recovery at the next start. Never SIGKILL: children
 * would be left.
 */
export async function stopPostmaster(server: Postmaster): Promise<void> {
  if (await endsAfter('SIGINT', server, 10_000)) return
  if (await endsAfter('SIGQUIT', server, 10_000)) return
  throw failure(
    `数据库进程 ${server.pid} 没有退出，磁盘可能没有响应。`,
    `PostgreSQL (pid ${server.pid}) did not stop; the disk may hang.`,
  )
}

async function endsAfter(signal: NodeJS.Signals, server: Postmaster, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  if (isUp(server)) send(signal, server.pid)
  while (isUp(server)) {
    if (Date.now() > deadline) return false
    await sleep(10)
  }
  return true
}

/** Signals a process that may end in this moment. */
export function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
