import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AppError } from '../errors.ts'
import { newId } from '../id.ts'
import { createFileStore } from './file-store.ts'
import { keepReceived } from './keep-received.ts'
import { receiveFile } from './receive-file.ts'

const root = mkdtempSync(join(tmpdir(), 'lianxinqiao-full-'))
const stationId = newId()
const recording = (bytes: number) => [Buffer.concat([Buffer.from('OggS'), Buffer.alloc(bytes)])]
const isFull = (error: unknown) =>
  error instanceof AppError && error.code === 'unavailable' && /存储已满/.test(error.message)

/** A disk of one megabyte, where this machine lets us have one. */
function mountSmallDisk(): string | false {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root], { stdio: 'ignore' })
    return root
  } catch {
    return false
  }
}
const mounted = mountSmallDisk()
after(() => {
  if (mounted) execFileSync('umount', [root])
  rmSync(root, { recursive: true })
})

test('a disk that fills up in the middle refuses the file, keeps nothing of it, and takes the next that fits', {
  skip: mounted ? false : 'needs the right to mount a small disk',
}, async () => {
  const store = createFileStore(root, { reserveBytes: 0 })
  await assert.rejects(receiveFile(store, stationId, recording(2 << 20)), isFull)
  assert.deepEqual(readdirSync(join(root, stationId, 'incoming')), [])
  const received = await receiveFile(store, stationId, recording(2000))
  const kept = await keepReceived(store, stationId, received)
  assert.equal(kept.kind, 'voice')
  assert.deepEqual(readdirSync(join(root, stationId, 'incoming')), [])
})

test('uploads stop while there is still room for the database', async () => {
  const store = createFileStore(root, { reserveBytes: Number.MAX_SAFE_INTEGER })
  await assert.rejects(receiveFile(store, stationId, recording(10)), isFull)
})
