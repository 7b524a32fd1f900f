import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { checkDurability, judgeDurability } from './check-durability.ts'
import { makeGround, quiet } from './embedded/test-ground.ts'
import { startEmbedded } from './embedded.ts'

const ground = makeGround()
after(() => ground.clear())

test('passes the embedded server, and sees a setting that was changed', async () => {
  const { url, stop } = await startEmbedded({ dataDir: ground.path, log: quiet, shelves: [ground.shelf] })
  const client = new pg.Client(url)
  await client.connect()
  assert.deepEqual(await checkDurability(client, { outside: false }), [])
  await client.query('set synchronous_commit = off')
  await assert.rejects(checkDurability(client, { outside: true }), /synchronous_commit 没有打开/)
  await client.query('reset synchronous_commit')
  for (const setting of ['fsync', 'full_page_writes']) {
    await client.query(`alter system set ${setting} = off`)
    await client.query('select pg_reload_conf()')
    // The reload reaches this connection a moment later.
    while ((await client.query(`show ${setting}`)).rows[0][setting] === 'on');
    await assert.rejects(checkDurability(client, { outside: true }), new RegExp(`${setting} 没有打开`))
    await client.query(`alter system reset ${setting}`)
  }
  await client.end()
  await stop()
})

const sound = {
  server_version_num: '150020',
  server_encoding: 'UTF8',
  fsync: 'on',
  synchronous_commit: 'local',
  full_page_writes: 'on',
  data_checksums: 'on',
}

test('names every fault, and only warns of missing checksums on an outside server', () => {
  assert.deepEqual(judgeDurability(sound, false), { faults: [], warnings: [] })
  assert.equal(judgeDurability({}, true).faults.length, 5)
  assert.equal(judgeDurability({ ...sound, server_version_num: '140099' }, true).faults.length, 1)
  assert.equal(judgeDurability({ ...sound, server_encoding: 'SQL_ASCII' }, true).faults.length, 1)
  const without = { ...sound, data_checksums: 'off' }
  assert.equal(judgeDurability(without, false).faults.length, 1)
  const outside = judgeDurability(without, true)
  assert.deepEqual([outside.faults.length, outside.warnings.length], [0, 1])
})
