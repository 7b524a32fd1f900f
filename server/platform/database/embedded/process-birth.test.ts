import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { birthFromPs, isAlive, ownMark, processBirth } from './process-birth.ts'

test('a process is known by pid and birth together', async () => {
  const child = spawn('sleep', ['60'])
  await once(child, 'spawn')
  const pid = child.pid!
  const birth = processBirth(pid)
  assert.match(birth ?? '', /^\w+$/)
  assert.ok(isAlive(`${pid}-${birth}-rest`))
  assert.ok(!isAlive(`${pid}-0-rest`))
  child.kill()
  await once(child, 'exit')
  assert.equal(processBirth(pid), undefined)
  assert.ok(isAlive(ownMark()))
})

test('ps tells the same where there is no /proc', { skip: spawnSync('ps', ['-V']).error && 'no ps' }, () => {
  assert.match(birthFromPs(process.pid) ?? '', /^\w+$/)
  assert.equal(birthFromPs(process.pid), birthFromPs(process.pid))
  assert.equal(birthFromPs(2 ** 22 + 1), undefined)
})
