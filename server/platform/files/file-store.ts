import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../errors.ts'
import { newId } from '../id.ts'
import { createPhotoWorkers, type PhotoWorkers } from './photo-workers.ts'

/** Where bytes live: `<root>/<station>/<first two of the hash>/<hash>`, each once, never changed. */
export type FileStore = {
  root: string
  /** Uploads stop while less than this is free, so that the database beside them can still write. */
  reserveBytes: number
  photos: PhotoWorkers
  close: () => void
}

export function createFileStore(root: string, options: { reserveBytes?: number } = {}): FileStore {
  const photos = createPhotoWorkers()
  return { root, reserveBytes: options.reserveBytes ?? 200 * 1024 * 1024, photos, close: photos.close }
}

export function pathOf(store: FileStore, stationId: string, sha256: string): string {
  return join(store.root, stationId, sha256.slice(0, 2), sha256)
}

/** A name beside the store for bytes that are still on their way. */
export async function incomingPath(store: FileStore, stationId: string): Promise<string> {
  const folder = join(store.root, stationId, 'incoming')
  try {
    await mkdir(folder, { recursive: true })
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < store.reserveBytes) throw full()
  } catch (error) {
    throw asStorageError(error)
  }
  return join(folder, newId())
}

/**
 * Gives complete bytes their name by their hash. They are on the disk before the name is, and the name replaces
 * an equal file: so its time is new, and the clean-up leaves it alone.
 */
export async function keepFile(
  store: FileStore,
  stationId: string,
  incoming: string,
  sha256: string,
): Promise<void> {
  const path = pathOf(store, stationId, sha256)
  try {
    await mkdir(dirname(path), { recursive: true })
    await flush(incoming, 'r+')
    await rename(incoming, path)
    // The name is on the disk when its folder is. Not every system lets a folder be flushed.
    await flush(dirname(path), 'r').catch(() => {})
  } catch (error) {
    await rm(incoming, { force: true })
    throw asStorageError(error)
  }
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A full disk, said in words; other errors as they are. */
export function asStorageError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' || code === 'EFBIG' ? full() : error
}

function full(): AppError {
  return new AppError(
    'unavailable',
    '服务器存储已满，照片或语音没有保存。请先只发文字，或打电话联系派出所，急事拨打110。',
  )
}
