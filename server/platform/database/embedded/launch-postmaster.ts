import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { programEnvironment } from './run-as.ts'
import { settings } from './settings.ts'
import type { Site } from './site.ts'

export type Launch = {
  child: ChildProcess
  port: number
  ended(): boolean
  /** What this start wrote to the log so far, at most the last 8 KB. */
  said(): string
}

const rotateAt = 10 * 1024 * 1024

/**
 * Starts the server on `port` and returns at once. It writes straight to the log file, so that it lives on
 * unharmed when we are killed, and has a session of its own: Ctrl-C in the terminal is for us, who then stop
 * it in order.
 */
export function launchPostmaster(site: Site, port: number): Launch {
  const log = openSync(rotate(site.logFile), 'a+', 0o600)
  const start = statSync(site.logFile).size
  const sockets = site.socketDir ? `"${site.socketDir.replaceAll('"', '""')}"` : ''
  const chosen = { ...settings, port: String(port), unix_socket_directories: sockets }
  const options = Object.entries(chosen).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  let trouble = ''
  let over = false
  const child = spawn(join(site.binaries, 'bin/postgres'), ['-D', site.cluster, ...options], {
    ...site.user,
    cwd: '/',
    detached: true,
    env: programEnvironment(),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  child.once('exit', () => {
    over = true
  })
  child.once('error', (error) => {
    over = true
    trouble = error.message
  })
  return { child, port, ended: () => over, said: () => readTail(site.logFile, start) + trouble }
}

function rotate(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > rotateAt) renameSync(file, `${file}.1`)
  return file
}

function readTail(file: string, start: number): string {
  const log = openSync(file, 'r')
  try {
    const { size } = statSync(file)
    const from = Math.max(start, size - 8192)
    const tail = Buffer.alloc(Math.max(0, size - from))
    return tail.toString('utf8', 0, readSync(log, tail, 0, tail.length, from))
  } finally {
    closeSync(log)
  }
}
