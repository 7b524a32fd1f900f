import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { processBirth } from './embedded/process-birth.ts'
import { ask, endApp, isRoot, makeGround, quiet, startApp } from './embedded/test-ground.ts'
import { startEmbedded } from './embedded.ts'

const ground = makeGround()
after(() => ground.clear())

/** One cluster for the whole file; each test leaves it stopped. */
const dataDir = join(ground.path, '大成桥 所')
const cluster = join(dataDir, 'postgres')
const common = { dataDir, log: quiet, shelves: [ground.shelf] }
const isUp = (pid: number) => processBirth(pid) !== undefined

test('makes a cluster once, and finds its rows again', async () => {
  const first = await startEmbedded(common)
  assert.equal(first.started, 'fresh')
  await ask(first.url, 'create table kept (n int)')
  await ask(first.url, 'insert into kept values (1)')
  await Promise.all([first.stop(), first.stop()])
  assert.equal(isUp(first.pid), false)

  const second = await startEmbedded(common)
  assert.equal(second.started, 'existing')
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 1 }])
  await second.stop()
  assert.equal(statSync(join(dataDir, 'postgres.password')).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(join(dataDir, 'postgres.users')), [])
})

test('knows Chinese: trigrams, capitals beyond ASCII, order by code point', async () => {
  const { url, stop } = await startEmbedded(common)
  await ask(url, 'create extension pg_trgm')
  const [row] = await ask(
    url,
    `select cardinality(show_trgm('派出所民警')) as trigrams, upper('é') as upper, '一' < '丁' as ordered`,
  )
  assert.deepEqual(row, { trigrams: 6, upper: 'É', ordered: true })
  await stop()
})

test('comes back on the same port after kill -9, with every acknowledged row', async () => {
  const restarted = Promise.withResolvers<{ pid: number; port: number }>()
  const db = await startEmbedded({ ...common, onRestart: restarted.resolve })
  const before = db.pid
  await ask(db.url, 'insert into kept values (2)')
  process.kill(before, 'SIGKILL')
  const server = await restarted.promise
  assert.notEqual(server.pid, before)
  assert.equal(db.pid, server.pid)
  assert.equal(server.port, Number(new URL(db.url).port))
  assert.deepEqual(await ask(db.url, 'select n from kept order by n'), [{ n: 1 }, { n: 2 }])
  await db.stop()
  assert.equal(isUp(server.pid), false)
})

test('serves two processes, and stops with the last', async () => {
  const ours = await startEmbedded(common)
  const app = await startApp(dataDir, ground.shelf)
  assert.equal(app.started, 'adopted')
  assert.equal(app.url, ours.url)
  await ours.stop()
  assert.equal((await ask(app.url, 'select 1 as one'))[0]?.['one'], 1)
  await endApp(app, 'stop')
  assert.equal(isUp(app.pid), false)
})

test('a process that only found the server starts it again when it dies', async () => {
  const app = await startApp(dataDir, ground.shelf)
  const restarted = Promise.withResolvers<unknown>()
  const ours = await startEmbedded({ ...common, onRestart: restarted.resolve })
  await endApp(app, 'SIGKILL')
  process.kill(ours.pid, 'SIGKILL')
  await restarted.promise
  assert.deepEqual(await ask(ours.url, 'select count(*)::int as n from kept'), [{ n: 2 }])
  await ours.stop()
})

test('adopts what a killed process left, and stops it', async () => {
  const app = await startApp(dataDir, ground.shelf)
  await endApp(app, 'SIGKILL')
  assert.ok(isUp(app.pid))
  const heir = await startEmbedded(common)
  assert.equal(heir.started, 'adopted')
  assert.equal(heir.pid, app.pid)
  await heir.stop()
  assert.equal(isUp(app.pid), false)
})

test('process.exit leaves no server behind', async () => {
  const app = await startApp(dataDir, ground.shelf)
  await endApp(app, 'exit')
  for (let waited = 0; isUp(app.pid) && waited < 5_000; waited += 20)
    await new Promise((done) => setTimeout(done, 20))
  assert.equal(isUp(app.pid), false)
})

test('starts although postmaster.pid names another living program', async () => {
  // The program runs as the cluster's owner: for any other PostgreSQL itself sees that the file is old.
  const { uid, gid } = statSync(cluster)
  const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
  await once(stranger, 'spawn')
  writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1\n20001\n\n127.0.0.1\n`)
  const { started, stop } = await startEmbedded(common)
  assert.equal(started, 'existing')
  await stop()
  assert.ok(isUp(stranger.pid!))
  stranger.kill()
})

test('says which port is taken, and takes another where it may choose', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  await assert.rejects(startEmbedded({ ...common, port }), new RegExp(`端口 ${port} 已被别的程序占用`))
  const { url, stop } = await startEmbedded(common)
  assert.notEqual(Number(new URL(url).port), port)
  await stop()
  other.close()
})

test('gives the cluster a new password when the file with the old one is lost', async () => {
  rmSync(join(dataDir, 'postgres.password'))
  const { url, started, stop } = await startEmbedded(common)
  assert.equal(started, 'existing')
  assert.equal((await ask(url, 'select count(*)::int as n from kept'))[0]?.['n'], 2)
  await stop()
})

test('refuses a folder it cannot use with a sentence', async () => {
  const file = join(ground.path, 'file')
  writeFileSync(file, '')
  await assert.rejects(startEmbedded({ ...common, dataDir: join(file, 'data') }), /数据文件夹.*DATA_DIR/)
  const strange = join(ground.path, 'strange')
  mkdirSync(join(strange, 'postgres/photos'), { recursive: true })
  await assert.rejects(startEmbedded({ ...common, dataDir: strange }), /不像是数据库/)
})

test('two processes of an ordinary user, starting on an empty folder, make one cluster', async (t) => {
  const empty = join(ground.path, 'empty')
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : undefined
  if (user && spawnSync(process.execPath, ['--version'], user).status !== 0)
    return t.skip('the checkout is closed to other users')
  mkdirSync(empty)
  if (user) chownSync(empty, user.uid, user.gid)
  const start = () => startApp(empty, ground.shelf, user)
  const apps = await Promise.all([start(), start()])
  assert.deepEqual([apps[0]?.error, apps[1]?.error], [undefined, undefined])
  assert.equal(apps[0]?.url, apps[1]?.url)
  assert.equal(apps[0]?.pid, apps[1]?.pid)
  for (const app of apps) await endApp(app, 'stop')
  assert.equal(isUp(apps[0]!.pid), false)
  if (user) assert.equal(statSync(join(empty, 'postgres')).uid, user.uid)
  assert.deepEqual(
    readdirSync(empty).filter((name) => name.includes('.new-')),
    [],
  )
})
