import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { OsUser } from './choose-os-user.ts'
import { inspectPostmaster } from './inspect-postmaster.ts'
import type { SiteLog } from './site.ts'
import { stopPostmaster } from './stop-postmaster.ts'

export const isRoot = process.getuid?.() === 0

export const quiet: SiteLog = { info() {}, warn() {}, error() {} }

/**
 * A folder of one test file's own, open to PostgreSQL's user; `clear` ends every server below it and removes
 * it.
 */
export function makeGround(): { path: string; shelf: string; clear(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'lianxinqiao-'))
  chmodSync(path, 0o755)
  return {
    path,
    shelf: join(path, 'shelf'),
    async clear() {
      for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('postmaster.pid')) continue
        const found = inspectPostmaster(dirname(join(path, name)))
        if (found.kind === 'running') await stopPostmaster(found.postmaster)
      }
      rmSync(path, { recursive: true, force: true })
    },
  }
}

export type App = { child: ChildProcess; url: string; pid: number; started: string; error?: string }

/** Starts test-app in a process of its own and returns what it said first. */
export async function startApp(dataDir: string, shelf: string, as?: OsUser): Promise<App> {
  const file = join(import.meta.dirname, 'test-app.ts')
  const child = fork(file, [JSON.stringify({ dataDir, shelves: [shelf] })], { ...as, stdio: 'inherit' })
  const [said] = (await once(child, 'message')) as [Omit<App, 'child'>]
  return { child, ...said }
}

/** Tells an app to stop or exit, or kills it, and waits until it is gone. */
export async function endApp(app: App, order: 'stop' | 'exit' | 'SIGKILL'): Promise<void> {
  const gone = once(app.child, 'exit')
  if (order === 'SIGKILL') app.child.kill(order)
  else app.child.send(order)
  await gone
}

/** One query on a connection of its own; the rows as they come. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
