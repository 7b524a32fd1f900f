import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { startEmbedded } from '../server/platform/database/embedded.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { openServingRole } from '../server/platform/database/serving-role.ts'
import { builtScript } from '../test/built-script.ts'
import { makeFolder } from '../test/make-folder.ts'
import { type Attempt, judge, type Verdict, waitUntilFiled } from './chaos-verdict.ts'

const perSecond = 50
const startLimitMs = 40_000

/**
 * A server with its own PostgreSQL under 50 messages a second, of which one is killed with SIGKILL again and again at
 * random moments. Senders do what the phone page does: keep a message until it is answered, and send it again with the
 * same key. Afterwards what was sent is compared with what is there.
 */
export async function runChaos(options: {
  serverKills: number
  databaseKills: number
  report?: (line: string) => void
}): Promise<Verdict> {
  const dataDir = makeFolder('chaos')
  const port = await freePort()
  const attempts: Attempt[] = []
  let server = await startProcess(dataDir, port)
  let stopped = false
  // The first visit is no message: whoever gets no page at all tries again by herself.
  const cookie = await visit(port)
  const sending = sendUntil(() => stopped, port, cookie, attempts)
  try {
    for (let kill = 1; kill <= options.serverKills; kill++) {
      await pause(randomInt(50, 1200))
      server.kill('SIGKILL')
      server = await startProcess(dataDir, port)
      options.report?.(`server killed ${kill}/${options.serverKills}, ${attempts.length} sent`)
    }
    for (let kill = 1; kill <= options.databaseKills; kill++) {
      await pause(randomInt(50, 1200))
      killDatabase(dataDir)
      await answersAgain(port)
      options.report?.(`database killed ${kill}/${options.databaseKills}, ${attempts.length} sent`)
    }
    await pause(500)
    stopped = true
    await sending
    return await judgeFolder(dataDir, attempts)
  } finally {
    stopped = true
    await endProcess(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function judgeFolder(dataDir: string, attempts: Attempt[]): Promise<Verdict> {
  const embedded = await startEmbedded({ dataDir, log: { info() {}, warn() {}, error() {} } })
  const owner = createPool(embedded.url, { max: 1, name: 'chaos-owner' })
  const pool = createPool(await openServingRole(owner, embedded.url), { max: 2, name: 'chaos' })
  try {
    const { rows } = await pool.query('select id from stations')
    await waitUntilFiled(pool, rows[0].id)
    return await judge(pool, rows[0].id, attempts)
  } finally {
    await pool.end()
    await owner.end()
    await embedded.stop()
  }
}

/** Senders at a steady pace; each message is tried until it is answered, also after `done`. */
async function sendUntil(
  done: () => boolean,
  port: number,
  cookie: string,
  attempts: Attempt[],
): Promise<void> {
  const open: Promise<void>[] = []
  while (!done()) {
    const attempt: Attempt = { key: randomUUID(), acked: null }
    attempts.push(attempt)
    open.push(deliver(port, cookie, attempt))
    await pause(1000 / perSecond)
  }
  await Promise.all(open)
}

async function deliver(port: number, cookie: string, attempt: Attempt): Promise<void> {
  for (let wait = 50; ; wait = Math.min(1000, wait * 2)) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/resident/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ clientKey: attempt.key, body: `chaos ${attempt.key}` }),
        signal: AbortSignal.timeout(10_000),
      })
      if (answer.status === 201) {
        attempt.acked = ((await answer.json()) as { messageId: string }).messageId
        return
      }
      // A refusal other than "not now" would be tried for ever: it is a fault of the server and shows as an error.
      if (answer.status < 500 && answer.status !== 429) throw new Error(`refused with ${answer.status}`)
    } catch (error) {
      if (/^refused/.test((error as Error).message)) throw error
    }
    await pause(wait)
  }
}

async function visit(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/resident/visit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ stationCode: '430182901' }),
  })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}

async function answersAgain(port: number): Promise<void> {
  const limit = Date.now() + startLimitMs
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    if (Date.now() > limit) throw new Error('the server did not answer again')
    await pause(50)
  }
}

function startProcess(dataDir: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [builtScript(resolve(import.meta.dirname, 'serve-world.ts'))], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      DATABASE_URL: '',
      REQUESTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done, fail) => {
    const limit = setTimeout(() => fail(new Error('the server did not start')), startLimitMs)
    child.stdout!.on('data', (chunk) => {
      if (!String(chunk).includes('ready')) return
      clearTimeout(limit)
      done(child)
    })
    child.once('exit', (code) => fail(new Error(`the server ended with ${code} while starting`)))
  })
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode) return done()
    child.once('exit', () => done())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  })
}

/** The postmaster and all its children at once, as a kernel out of memory or a power cut of the process would. */
function killDatabase(dataDir: string): void {
  const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  for (const victim of [pid, ...children]) {
    try {
      process.kill(victim, 'SIGKILL')
    } catch {
      // It has gone by itself meanwhile.
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
