import { setTimeout as sleep } from 'node:timers/promises'
import { bringUp, type Running } from './bring-up.ts'
import type { Site } from './site.ts'
import { isUp } from './stop-postmaster.ts'

export type Watch = {
  current(): Running
  /** Stops watching; waits for a restart under way to give up. */
  end(): Promise<void>
}

const longestPauseMs = 30_000

/**
 * Starts the server again when it ends unasked, on the same port, for the pools know no other. A server that
 * we found running is looked at twice a second. Pauses double from 0.1 s to 30 s while it keeps ending within 5
 * s, and there is no last try: a machine whose disk was full at night must be back by itself once there is
 * room.
 */
export function watchPostmaster(
  site: Site,
  first: Running,
  onRestart: ((server: { pid: number; port: number }) => void) | undefined,
): Watch {
  const ending = new AbortController()
  const { signal } = ending
  let current = first
  let since = Date.now()
  let pause = 100
  let revival: Promise<void> | undefined

  function look(): void {
    if (revival || signal.aborted || isUp(current)) return
    revival = revive().finally(() => {
      revival = undefined
    })
  }

  async function revive(): Promise<void> {
    site.log.error({ pid: current.pid }, '数据库意外退出，正在重新启动。')
    if (Date.now() - since > 5_000) pause = 100
    while (!signal.aborted) {
      await sleep(pause, undefined, { signal }).catch(() => {})
      pause = Math.min(pause * 2, longestPauseMs)
      try {
        const revived = await bringUp(site, { port: current.port, signal })
        follow(revived)
        return
      } catch (error) {
        if (!signal.aborted) site.log.error({ err: error }, '数据库重新启动失败，稍后再试。')
      }
    }
  }

  function follow(server: Running): void {
    const again = server !== first
    if (again && server.port !== current.port)
      site.log.error({ port: server.port }, '数据库被别人用另一个端口启动，请重新启动本程序。')
    current = server
    since = Date.now()
    server.launch?.child.once('exit', look)
    if (!again) return
    site.log.warn({ pid: server.pid }, '数据库已重新启动。')
    onRestart?.({ pid: server.pid, port: server.port })
  }

  follow(first)
  const timer = setInterval(look, 500).unref()
  return {
    current: () => current,
    async end() {
      clearInterval(timer)
      ending.abort()
      await revival
    },
  }
}
