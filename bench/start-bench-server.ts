import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { benchAccount } from './serve-bench.ts'

/** The station of the small world that the server under measurement begins with. */
export const benchStationCode = '430182901'

export type BenchServer = {
  port: number
  pid: number
  officerCookie: string
  /** Cookies of so many residents' phones. */
  visit: (count: number) => Promise<string[]>
  /** Memory of the server process, MB: its proportional share, as the kernel counts it. */
  memory: () => number
  /** After a collection of its garbage, in bytes. */
  collect: () => Promise<NodeJS.MemoryUsage>
  stop: () => Promise<void>
}

/** Starts the server under measurement as a process of its own on the given database. */
export async function startBenchServer(options: {
  databaseUrl: string
  dataDir: string
}): Promise<BenchServer> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'serve-bench.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: options.databaseUrl,
      DATA_DIR: options.dataDir,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const port = await readPort(child)
  const base = `http://127.0.0.1:${port}`
  const json = { 'content-type': 'application/json' }
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(benchAccount),
  })
  if (!signedIn.ok) throw new Error(`sign-in failed: ${await signedIn.text()}`)
  return {
    port,
    pid: child.pid!,
    officerCookie: cookieOf(signedIn),
    visit: (count) =>
      Promise.all(
        Array.from({ length: count }, async () =>
          cookieOf(
            await fetch(`${base}/api/resident/visit`, {
              method: 'POST',
              headers: json,
              body: JSON.stringify({ stationCode: benchStationCode }),
            }),
          ),
        ),
      ),
    memory: () => memoryOf(child.pid!),
    collect: async () => {
      child.send('collect')
      const [usage] = await once(child, 'message')
      return usage as NodeJS.MemoryUsage
    },
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

/** Proportional set size of a process in MB: pages it shares count by their share. */
export function memoryOf(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Math.round(Number(pss?.[1] ?? 0) / 1024)
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function readPort(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.stdout!.on('data', (chunk) => {
      const port = /ready (\d+)/.exec(String(chunk))?.[1]
      if (port) done(Number(port))
    })
    child.once('exit', (code) => fail(new Error(`the server under measurement ended with ${code}`)))
  })
}

/** The same over a process and all below it: PostgreSQL is many. */
export function memoryOfTree(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return [pid, ...children].reduce((sum, one) => {
    try {
      return sum + memoryOf(one)
    } catch {
      return sum // It ended meanwhile.
    }
  }, 0)
}
