import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { asStorageError, type FileStore, incomingPath } from './file-store.ts'

export type ReceivedFile = { path: string; sha256: string; size: number }

/** Writes a stream beside the store, hashing as it goes. When it breaks off, nothing is left. */
export async function receiveFile(
  store: FileStore,
  stationId: string,
  bytes: Readable | Buffer[],
): Promise<ReceivedFile> {
  const path = await incomingPath(store, stationId)
  const hash = createHash('sha256')
  let size = 0
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of bytes) {
        hash.update(chunk)
        size += chunk.length
        await handle.writeFile(chunk)
      }
    } finally {
      await handle.close()
    }
    return { path, sha256: hash.digest('hex'), size }
  } catch (error) {
    await rm(path, { force: true })
    throw asStorageError(error)
  }
}
