import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../server/platform/database/embedded.ts'
import { makeFolder } from '../test/make-folder.ts'

const source = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>
static void wait3(void) { struct timespec t = {0, 3000000}; nanosleep(&t, 0); }
int fdatasync(int fd) { static int (*next)(int); if (!next) next = dlsym(RTLD_NEXT, "fdatasync"); wait3(); return next(fd); }
int fsync(int fd) { static int (*next)(int); if (!next) next = dlsym(RTLD_NEXT, "fsync"); wait3(); return next(fd); }
`

/**
 * Runs `work` on a PostgreSQL whose every flush of the disk takes 3 ms longer, like the disk of a small station's
 * server. The cluster is the product's own; its server is then started again, by the same command, with a library
 * preloaded. False without a C compiler, or where processes cannot be looked at (no Linux).
 */
export async function withSlowDisk(work: (url: string, dataDir: string) => Promise<void>): Promise<boolean> {
  // Below folders that PostgreSQL's own user can enter.
  const [library, dataDir] = [publicFolder('slow'), makeFolder('bench')]
  const preload = join(library, 'slow.so')
  writeFileSync(join(library, 'slow.c'), source)
  const built = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', preload, join(library, 'slow.c'), '-ldl'])
  if (built.status !== 0 || process.platform !== 'linux') return false
  const embedded = await startEmbedded({
    dataDir,
    log: { info() {}, warn: console.warn, error: console.error },
  })
  const { command, uid, gid } = describe(embedded.pid)
  await embedded.stop()
  const server = spawn(command[0]!, command.slice(1), {
    uid,
    gid,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', LD_PRELOAD: preload },
    stdio: 'ignore',
  })
  try {
    await untilItAnswers(embedded.url)
    await work(embedded.url, dataDir)
  } finally {
    await end(server)
    for (const folder of [library, dataDir]) rmSync(folder, { recursive: true, force: true })
  }
  return true
}

/** Milliseconds of one commit that writes, the median of 50: shows that the disk is as slow as it is said to be. */
export async function measureCommit(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('create table commits (n int)')
  const millis: number[] = []
  for (let turn = 0; turn < 50; turn++) {
    const from = performance.now()
    await client.query('insert into commits values (1)')
    millis.push(performance.now() - from)
  }
  await client.query('drop table commits')
  await client.end()
  return Math.round(millis.sort((a, b) => a - b)[25]! * 100) / 100
}

function publicFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `lianxinqiao-${name}-`))
  spawnSync('chmod', ['755', folder])
  return folder
}

function describe(pid: number): { command: string[]; uid: number; gid: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const idOf = (line: string) => Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
  return { command, uid: idOf('Uid'), gid: idOf('Gid') }
}

async function untilItAnswers(url: string): Promise<void> {
  for (const limit = Date.now() + 30_000; ; ) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > limit) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.once('exit', () => done())
    server.kill('SIGINT')
  })
}
