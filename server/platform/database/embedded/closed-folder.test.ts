import assert from 'node:assert/strict'
import { cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startEmbedded } from '../embedded.ts'
import { chooseOsUser } from './choose-os-user.ts'
import { findPackage, placeBinaries } from './place-binaries.ts'
import { ask, isRoot, makeGround, quiet } from './test-ground.ts'

// What PostgreSQL's own user needs only when we are root; an ordinary user has none of these troubles.
const onlyRoot = { skip: isRoot ? false : 'needs root' }

const ground = makeGround()
after(() => ground.clear())
const closed = join(ground.path, 'closed')
mkdirSync(closed, { mode: 0o700 })
const dataDir = join(closed, 'data')
const warnings: string[] = []
const log = { ...quiet, warn: (_: object, sentence: string) => warnings.push(sentence) }
const common = { dataDir, log, shelves: [ground.shelf] }

test('root with a data folder below a closed one: the cluster lies on the shelf', onlyRoot, async () => {
  const first = await startEmbedded(common)
  await ask(first.url, 'create table kept (n int)')
  await first.stop()
  assert.ok(lstatSync(join(dataDir, 'postgres')).isSymbolicLink())
  const second = await startEmbedded(common)
  assert.equal(second.started, 'existing')
  assert.deepEqual(await ask(second.url, 'select n from kept'), [])
  await second.stop()
  assert.deepEqual(warnings, [])
})

test('a moved data folder keeps its cluster, a copied one is refused', onlyRoot, async () => {
  cpSync(dataDir, join(closed, 'copy'), { recursive: true, verbatimSymlinks: true })
  await assert.rejects(startEmbedded({ ...common, dataDir: join(closed, 'copy') }), /副本/)
  const moves: [string, string][] = [
    [dataDir, join(closed, 'moved')],
    [join(closed, 'moved'), dataDir],
  ]
  for (const [from, to] of moves) {
    renameSync(from, to)
    const { started, stop } = await startEmbedded({ ...common, dataDir: to })
    assert.equal(started, 'existing')
    await stop()
  }
})

test('a deleted data folder starts empty; its old cluster is named and left alone', onlyRoot, async () => {
  const [old] = readdirSync(ground.shelf)
  rmSync(dataDir, { recursive: true })
  const { url, started, stop } = await startEmbedded(common)
  assert.equal(started, 'fresh')
  await assert.rejects(ask(url, 'select n from kept'))
  await stop()
  assert.match(warnings.join('\n'), new RegExp(`${old} 是 .* 从前的数据库`))
  assert.ok(readdirSync(join(ground.shelf, old!)).includes('postgres'))
})

test('a lost cluster is not replaced by an empty one', onlyRoot, async () => {
  rmSync(ground.shelf, { recursive: true })
  await assert.rejects(startEmbedded(common), /数据库的文件不在了/)
})

test('programs below a closed folder, without links, are copied once for all', onlyRoot, async () => {
  const { root, version } = findPackage()
  const checkout = join(closed, 'package')
  // Links are left out as npm does, and what "postgres --version" does not need to save time.
  const filter = (path: string) =>
    !lstatSync(path).isSymbolicLink() && !/share\/postgresql$|lib\/postgresql$|\.a$/.test(path)
  cpSync(root, checkout, { recursive: true, filter })
  const user = await chooseOsUser()
  const place = () => placeBinaries(user, [ground.shelf], { root: checkout, version })
  const [one, other] = await Promise.all([place(), place()])
  assert.equal(one, other)
  assert.equal(one, join(ground.shelf, `postgresql-${version}-linux-${process.arch}`))
  assert.equal(readdirSync(ground.shelf).length, 1)
})
