import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptyRows, png } from './hostile-files.fixture.ts'
import { createPhotoWorkers } from './photo-workers.ts'

const folder = mkdtempSync(join(tmpdir(), 'lianxinqiao-photos-'))
const workers = createPhotoWorkers(2)
after(() => {
  workers.close()
  rmSync(folder, { recursive: true })
})

function save(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** The processes that draw for this one. */
function children(): { pid: number; env: string; peak: number }[] {
  return execFileSync('pgrep', ['-P', String(process.pid), '-f', 'photo-worker'], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .map((pid) => ({
      pid: Number(pid),
      env: readFileSync(`/proc/${pid}/environ`, 'utf8'),
      peak: Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024,
    }))
}

const small = save('small.png', png(600, 400, emptyRows(600, 400)))
const linux = { skip: process.platform === 'linux' ? false : 'reads /proc' }

test(
  'the largest photo allowed is drawn within time and memory, by a process that knows nothing of ours',
  linux,
  async () => {
    const largest = save('largest.png', png(12_000, 4166, emptyRows(12_000, 4166)))
    const drawn = await workers.draw(largest)
    assert.equal(drawn.width, 2048)
    for (const child of children()) {
      assert.ok(child.peak < 512, `${child.peak} MB`)
      assert.doesNotMatch(child.env, /DATABASE|SECRET|PATH=/)
    }
  },
)

test('a worker that dies takes its photo along and no other', linux, async () => {
  const results = Promise.allSettled([
    workers.draw(save('big.png', png(12_000, 4000, emptyRows(12_000, 4000)))),
    workers.draw(small),
  ])
  await new Promise((resolve) => setTimeout(resolve, 60))
  for (const { pid } of children()) process.kill(pid, 'SIGKILL')
  const [big] = await results
  assert.equal(big.status, 'rejected')
  assert.match(String(big.status === 'rejected' && big.reason.message), /这张照片处理不了/)
  assert.equal((await workers.draw(small)).width, 600)
})

test('many photos at once share two workers', linux, async () => {
  const drawn = await Promise.all(Array.from({ length: 20 }, () => workers.draw(small)))
  assert.equal(drawn.length, 20)
  assert.ok(children().length <= 2)
})

test('a worker may not open or write without end, where the system can limit it', linux, async (t) => {
  if (spawnSync('prlimit', ['--version']).error) return t.skip('no prlimit on this machine')
  await workers.draw(small)
  const isLimited = () =>
    children().every(({ pid }) => {
      const limits = readFileSync(`/proc/${pid}/limits`, 'utf8')
      return /Max open files +128 /.test(limits) && /Max file size +268435456 /.test(limits)
    })
  for (let tries = 0; !isLimited(); tries++) {
    assert.ok(tries < 100, 'the limits never came')
    await new Promise((resume) => setTimeout(resume, 50))
  }
})
